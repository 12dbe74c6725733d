import { useEffect, useRef, useState } from 'react'
import type { ReporterKeys } from '#src/crypto/derive.ts'
import { fill } from '#src/i18n/fill.ts'
import { dayText } from '../../format.ts'
import { Answers } from './Answers.tsx'
import { FollowUp } from './FollowUp.tsx'
import { CodeField } from './CodeField.tsx'
import { receiptProblem } from './receipt-words.ts'
import { SealingNotice } from './SealingNotice.tsx'
import { NoWay } from './NoWay.tsx'
import type { OpenedThread, ThreadMessage } from './sealing.ts'
import type { TipView } from './types.ts'
import { type Ready, useSealing } from './use-sealing.ts'

export type Thread = { messages: ThreadMessage[]; opened: OpenedThread; keys: ReporterKeys }

/** Opens a thread by its code. The code stays in memory; only the lookup id derived from it is sent. */
export function ThreadView({ view }: { view: TipView }) {
  const { receipt: receiptStrings, thread: s, form: f } = view.strings
  const { sealing, retry } = useSealing(view.pin)
  const [thread, setThread] = useState<Thread | null>(null)
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
    setThread({ messages: told.messages, keys, opened: await tools.openThread(told, keys, list) })
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
      await load(sealing, await sealing.sealing.keysOf(parsed.secret))
    } catch (problem) {
      setError(sealing.sealing.explain(problem, f.problems))
    }
    setBusy(false)
  }

  if (thread && sealing.state === 'ready') {
    const { problem, channel } = thread.opened
    const inbox = channel.state === 'open' ? channel.inbox : null
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
            reload={() => load(sealing, thread.keys)}
          />
        )}
        {!problem && channel.state !== 'open' && (
          <NoWay state={channel.state} strings={s} channelsHref={view.channelsHref} />
        )}
        <button className="button quiet" type="button" onClick={() => setThread(null)}>
          {s.leave}
        </button>
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
