import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { brokenAnswer, call, DeskError, parseAnswer } from './api.ts'
import { useDesk } from './desk-context.ts'
import { messageOf } from './messages.ts'
import {
  type Case,
  type Envelope,
  isStale,
  listSchema,
  openCase,
  openInTurn,
  type Opener,
  sealedThreadSchema,
  unopened,
} from './state/open-reports.ts'
import { texts } from './texts.ts'

type InboxView = {
  cases: readonly Case[] | null
  error: string | null
  refresh(): void
  reopen(id: string): Promise<void>
}

const pollEvery = 60_000
/** So long one report may hold up those behind it: a thread of 500 long messages takes less. Milliseconds. */
const patience = 60_000

/** The reports of an inbox, opened one after another in the vault, looked for again every minute. */
export function useInbox(inbox: string): InboxView {
  const { vault, onEnded, refreshMe } = useDesk()
  const known = useRef(new Map<string, Case>())
  /** Ids of those that lost their turn and are still being opened. */
  const late = useRef(new Set<string>())
  const [cases, setCases] = useState<readonly Case[] | null>(null)
  const [error, setError] = useState<string | null>(null)

  const opener = useMemo(
    (): Opener => ({
      async fetch({ id }) {
        const thread = parseAnswer(await call(`/api/desk/laporan/${id}`), sealedThreadSchema)
        // What is answered and noted goes to the row that was asked for: another one's thread must not stand in it.
        if (thread.id !== id || thread.inbox !== inbox) throw brokenAnswer()
        return thread
      },
      read: thread => vault.readThread(thread),
    }),
    [vault, inbox],
  )

  /** Lists the inbox, and opens what `isWanted` says of it. */
  const load = useCallback(
    async (isStopped: () => boolean, isWanted: typeof isStale) => {
      const { reports } = parseAnswer(await call(`/api/desk/kotak/${inbox}/laporan`), listSchema)
      const listed = new Set(reports.map(envelope => envelope.id))
      for (const id of known.current.keys()) if (!listed.has(id)) known.current.delete(id)
      const caseOf = (envelope: Envelope) => known.current.get(envelope.id) ?? unopened(envelope)
      const show = () => {
        if (!isStopped()) setCases(reports.map(envelope => ({ ...caseOf(envelope), envelope })))
      }
      const keep = (one: Case) => {
        known.current.set(one.envelope.id, one)
        show()
      }
      show()
      await openInTurn(reports, {
        patience,
        async open(envelope) {
          const { id } = envelope
          if (isStopped() || late.current.has(id) || !isWanted(known.current.get(id), envelope)) return null
          return openCase(caseOf(envelope), envelope, opener).finally(() => late.current.delete(id))
        },
        landed: keep,
        late(envelope) {
          late.current.add(envelope.id)
          keep({ ...caseOf(envelope), problem: texts.errors.slow })
        },
      })
    },
    [inbox, opener],
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
    let isRunning = false
    const isStopped = () => isOver
    const poll = () => {
      if (isRunning) return
      isRunning = true
      run(isStopped).finally(() => {
        isRunning = false
      })
    }
    poll()
    const timer = setInterval(poll, pollEvery)
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
