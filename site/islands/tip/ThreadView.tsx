import { useEffect, useRef, useState } from 'react'
import type { ReporterKeys } from '#src/crypto/derive.ts'
import { fill } from '#src/i18n/fill.ts'
import { dayText } from '../../format.ts'
import { Answers } from './Answers.tsx'
import { FollowUp } from './FollowUp.tsx'
import { CodeField } from './CodeField.tsx'
import { receiptProblem } from './receipt-words.ts'
import { SealingNotice } from './SealingNotice.tsx'
import type { OpenedThread, ThreadMessage } from './sealing.ts'
import type { TipView } from './types.ts'
import { type Ready, useSealing } from './use-sealing.ts'

export type Thread = { inbox: string; messages: ThreadMessage[]; opened: OpenedThread; keys: ReporterKeys }

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

  const load = async ({ sealing: tools }: Ready, keys: ReporterKeys) => {
    const answer = await tools.post('/api/lapor/baca', view.language, { lookup: keys.lookup })
    const { inbox, messages } = answer as { inbox: string; messages: ThreadMessage[] }
    setThread({ inbox, messages, keys, opened: await tools.openThread(messages, keys) })
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
      setError(problem instanceof sealing.sealing.SendError && problem.message ? problem.message : s.network)
    }
    setBusy(false)
  }

  if (thread && sealing.state === 'ready') {
    const inbox = view.inboxes.find(item => item.id === thread.inbox)
    const first = thread.messages[0]
    return (
      <div className="tip flow">
        <h2 ref={title} tabIndex={-1}>
          {s.title}
        </h2>
        {first && <p>{fill(s.sentOn, { day: dayText(first.day, view.language) })}</p>}
        {inbox && (
          <p>
            {fill(s.to, { name: inbox.name })} {fill(s.readers, { readers: inbox.readers })}
          </p>
        )}
        <p className="muted small">{s.hidden}</p>
        <Answers thread={thread} strings={s} dayText={day => dayText(day, view.language)} />
        {!thread.opened.problem && (
          <FollowUp
            ready={sealing}
            thread={thread}
            isOpen={inbox !== undefined}
            language={view.language}
            strings={s}
            reload={() => load(sealing, thread.keys)}
          />
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
