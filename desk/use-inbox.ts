import { useCallback, useEffect, useRef, useState } from 'react'
import { brokenAnswer, call, DeskError, parseAnswer } from './api.ts'
import { useDesk } from './desk-context.ts'
import { messageOf } from './messages.ts'
import {
  type Case,
  type Envelope,
  isStale,
  listSchema,
  openCase,
  sealedThreadSchema,
  unopened,
} from './state/open-reports.ts'

type InboxView = {
  cases: readonly Case[] | null
  error: string | null
  refresh(): void
  reopen(id: string): Promise<void>
}

const pollEvery = 60_000

/** The reports of an inbox, opened one after another in the vault, looked for again every minute. */
export function useInbox(inbox: string): InboxView {
  const { vault, onEnded, refreshMe } = useDesk()
  const known = useRef(new Map<string, Case>())
  const [cases, setCases] = useState<readonly Case[] | null>(null)
  const [error, setError] = useState<string | null>(null)

  const open = useCallback(
    async ({ id }: Envelope) => {
      const thread = parseAnswer(await call(`/api/desk/laporan/${id}`), sealedThreadSchema)
      // What is answered and noted goes to the row that was asked for: another one's thread must not stand in it.
      if (thread.id !== id || thread.inbox !== inbox) throw brokenAnswer()
      return { thread, read: await vault.readThread(thread) }
    },
    [vault, inbox],
  )

  /** Lists the inbox, and opens what `isWanted` says of it. */
  const load = useCallback(
    async (isStopped: () => boolean, isWanted: typeof isStale) => {
      const { reports } = parseAnswer(await call(`/api/desk/kotak/${inbox}/laporan`), listSchema)
      const listed = new Set(reports.map(envelope => envelope.id))
      for (const id of known.current.keys()) if (!listed.has(id)) known.current.delete(id)
      const show = () => {
        const list = reports.map(envelope => ({
          ...(known.current.get(envelope.id) ?? unopened(envelope)),
          envelope,
        }))
        if (!isStopped()) setCases(list)
      }
      show()
      for (const envelope of reports) {
        const old = known.current.get(envelope.id)
        if (isStopped()) return
        if (!isWanted(old, envelope)) continue
        known.current.set(envelope.id, await openCase(old ?? unopened(envelope), envelope, open))
        show()
      }
    },
    [inbox, open],
  )

  const run = useCallback(
    (isStopped: () => boolean) =>
      load(isStopped, isStale).then(
        () => !isStopped() && setError(null),
        (thrown: unknown) => {
          if (isStopped()) return
          setError(messageOf(thrown))
          if (thrown instanceof DeskError && thrown.code === 'ended') onEnded()
          // Not of this account any more, which its inboxes then say.
          if (thrown instanceof DeskError && thrown.status === 404) refreshMe()
        },
      ),
    [load, onEnded, refreshMe],
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
    (id: string) =>
      load(
        () => false,
        (_, envelope) => envelope.id === id,
      ),
    [load],
  )

  return { cases, error, refresh: () => void run(() => false), reopen }
}
