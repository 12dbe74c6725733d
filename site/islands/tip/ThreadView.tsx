import { useEffect, useRef, useState } from 'react'
import type { ReporterKeys } from '#src/crypto/derive.ts'
import { fill } from '#src/i18n/fill.ts'
import { dayText } from '../../format.ts'
import { Answers } from './Answers.tsx'
import { FollowUp } from './FollowUp.tsx'
import { CodeField } from './CodeField.tsx'
import { receiptProblem } from './receipt-words.ts'
import { SealingNotice } from './SealingNotice.tsx'
import { LeaveThread } from './LeaveThread.tsx'
import { NoWay } from './NoWay.tsx'
import type { OpenedThread, ThreadMessage } from './sealing.ts'
import type { TipView } from './types.ts'
import { Unsent } from './Unsent.tsx'
import { type Ready, useSealing } from './use-sealing.ts'

export type Thread = { inbox: string; messages: ThreadMessage[]; opened: OpenedThread; keys: ReporterKeys }

/** Opens a thread by its code. The code stays in memory; only the lookup id derived from it is sent. */
export function ThreadView({ view }: { view: TipView }) {
  const { receipt: receiptStrings, thread: s, form: f } = view.strings
  const { sealing, retry } = useSealing(view.pin)
  const [thread, setThread] = useState<Thread | null>(null)
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const input = useRef<HTMLTextAreaElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (thread) title.current?.focus()
  }, [thread])

  const load = async ({ sealing: tools, list }: Ready, keys: ReporterKeys) => {
    const answer = await tools.post('/api/lapor/baca', view.language, { lookup: keys.lookup })
    const told = answer as { inbox: string; messages: ThreadMessage[] }
    return { ...told, keys, opened: await tools.openThread(told, keys, list) }
  }
  const leave = () => {
    setThread(null)
    setText('')
  }
  const open = async () => {
    if (sealing.state !== 'ready' || isBusy) return
    const parsed = sealing.sealing.readReceipt(input.current?.value ?? '')
    if (!('secret' in parsed)) {
      setError(receiptProblem(parsed, receiptStrings))
      input.current?.focus()
      return
    }
    setError('')
    setBusy(true)
    try {
      setThread(await load(sealing, await sealing.sealing.keysOf(parsed.secret)))
    } catch (problem) {
      setError(sealing.sealing.explain(problem, f.problems))
    }
    setBusy(false)
  }

  if (thread && sealing.state === 'ready') {
    const { problem, channel } = thread.opened
    const inbox = channel.state === 'open' ? channel.inbox : null
    const others = view.inboxes.filter(({ id }) => channel.state !== 'closed' || id !== thread.inbox)
    // What comes late for a report that was left meanwhile shows it no more.
    const change = (to: (now: Thread) => Thread) =>
      setThread(now => (now?.keys === thread.keys ? to(now) : now))
    const reload = async () => {
      const next = await load(sealing, thread.keys)
      change(() => next)
    }
    // The server may know of a closing that came after this page's key list.
    const close = () =>
      change(now =>
        now.opened.channel.state === 'open'
          ? { ...now, opened: { ...now.opened, channel: { state: 'closed' } } }
          : now,
      )
    const first = thread.messages[0]
    return (
      <div className="tip flow">
        <h2 ref={title} tabIndex={-1}>
          {s.title}
        </h2>
        {first && <p>{fill(s.sentOn, { day: dayText(first.day, view.language) })}</p>}
        {inbox && (
          <p>
            {fill(s.to, { name: inbox.name[view.language] })}{' '}
            {fill(s.readers, { readers: inbox.readers[view.language] })}
          </p>
        )}
        <p className="muted small">{s.hidden}</p>
        <Answers thread={thread} strings={s} dayText={day => dayText(day, view.language)} />
        {inbox && (
          <FollowUp
            ready={sealing}
            thread={thread}
            inbox={inbox}
            language={view.language}
            strings={view.strings}
            text={text}
            onText={setText}
            reload={reload}
            onClosed={close}
          />
        )}
        {!problem && channel.state !== 'open' && (
          <NoWay
            state={channel.state}
            strings={s}
            hasOther={others.length > 0}
            channelsHref={view.channelsHref}
          />
        )}
        {!inbox && text.trim() !== '' && (
          <Unsent id="lapor-pesan" label={f.sending.unsent} hint={f.sending.unsentHint} text={text} />
        )}
        <LeaveThread strings={s} hasText={text.trim() !== ''} onLeave={leave} />
      </div>
    )
  }
  return (
    <div className="tip">
      <CodeField label={s.label} error={error} input={input} />
      <SealingNotice state={sealing.state} strings={f} onRetry={retry} />
      <button
        className="button large"
        type="button"
        disabled={sealing.state !== 'ready' || isBusy}
        onClick={open}
      >
        {isBusy ? s.opening : sealing.state === 'preparing' ? f.preparing : s.open}
      </button>
    </div>
  )
}
