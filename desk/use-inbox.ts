import { useCallback, useEffect, useRef, useState } from 'react'
import { call, DeskError } from './api.ts'
import { useDesk } from './desk-context.ts'
import { messageOf } from './messages.ts'
import type { ReadThread, SealedThread } from './vault/protocol.ts'

/** What the server shows of a report without opening it. */
export type Envelope = {
  readonly id: string
  readonly day: string
  /** Size class in bytes. */
  readonly bucket: number
  readonly messages: number
  readonly events: number
  readonly deleteAfter: string | null
}

/** A report of the list, and its content once it is open. */
export type Case = {
  readonly envelope: Envelope
  readonly thread: SealedThread | null
  readonly read: ReadThread | null
}

type InboxView = {
  cases: readonly Case[] | null
  error: string | null
  refresh(): void
  reopen(id: string): Promise<void>
}

const pollEvery = 60_000
const isSame = (a: Envelope, b: Envelope) => a.messages === b.messages && a.events === b.events

/** The reports of an inbox, opened one after another in the vault, looked for again every minute. */
export function useInbox(inbox: string): InboxView {
  const { vault, onEnded } = useDesk()
  const known = useRef(new Map<string, Case>())
  const [cases, setCases] = useState<readonly Case[] | null>(null)
  const [error, setError] = useState<string | null>(null)

  const openCase = useCallback(
    async (envelope: Envelope) => {
      const thread = await call<SealedThread>(`/api/desk/laporan/${envelope.id}`)
      const read = await vault.readThread(thread)
      const opened = {
        envelope: { ...envelope, messages: thread.messages.length, events: thread.events.length },
        thread,
        read,
      }
      known.current.set(envelope.id, opened)
      return opened
    },
    [vault],
  )

  const load = useCallback(
    async (isStopped: () => boolean) => {
      const { reports } = await call<{ reports: Envelope[] }>(`/api/desk/kotak/${inbox}/laporan`)
      const show = () => {
        const list = reports.map(envelope => {
          const old = known.current.get(envelope.id)
          return { envelope, thread: old?.thread ?? null, read: old?.read ?? null }
        })
        if (!isStopped()) setCases(list)
      }
      show()
      for (const envelope of reports) {
        const old = known.current.get(envelope.id)
        if (isStopped()) return
        if (old !== undefined && isSame(old.envelope, envelope)) continue
        await openCase(envelope)
        show()
      }
    },
    [inbox, openCase],
  )

  const run = useCallback(
    (isStopped: () => boolean) =>
      load(isStopped).then(
        () => !isStopped() && setError(null),
        (thrown: unknown) => {
          if (isStopped()) return
          setError(messageOf(thrown))
          if (thrown instanceof DeskError && thrown.code === 'ended') onEnded()
        },
      ),
    [load, onEnded],
  )

  useEffect(() => {
    let isOver = false
    const isStopped = () => isOver
    run(isStopped)
    const timer = setInterval(() => run(isStopped), pollEvery)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [run])

  const reopen = useCallback(
    async (id: string) => {
      const old = known.current.get(id)
      if (old === undefined) return
      const opened = await openCase(old.envelope)
      setCases(list => list?.map(one => (one.envelope.id === id ? opened : one)) ?? null)
    },
    [openCase],
  )

  return { cases, error, refresh: () => void run(() => false), reopen }
}
