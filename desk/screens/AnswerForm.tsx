import { useRef, useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import { newSending } from '#src/crypto/sending.ts'
import type { WireMessage } from '#src/crypto/wire.ts'
import { type ReportState, reportStates } from '#src/crypto/report.ts'
import { call, DeskError } from '../api.ts'
import { useDesk } from '../desk-context.ts'
import type { Drafts } from '../state/drafts.ts'
import { texts } from '../texts.ts'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useAction } from '../use-action.ts'
import type { ReadThread, SealedThread } from '../vault/protocol.ts'

/** Longest answer in letters; it must fit a size class with room to spare. */
const longest = 12_000

/**
 * What was sealed and perhaps stored: after a broken connection exactly this is sent again, so that nothing arrives twice.
 * A change of the text or a refusal drops it.
 */
type Pending = { seq: number; message: WireMessage; sending: string }

type Props = { read: ReadThread; thread: SealedThread; drafts: Drafts; onChanged(): Promise<void> }

/** An answer that only the reporter and the members of the inbox can read. It stays typed until the server has it. */
export function AnswerForm({ read, thread, drafts, onChanged }: Props) {
  const t = texts.report
  const { vault } = useDesk()
  const draftKey = read.first ?? thread.id
  const [text, setText] = useState(drafts.get(draftKey))
  const [state, setState] = useState<ReportState | null>(null)
  const [isSent, setSent] = useState(false)
  const [problem, setProblem] = useState<string | undefined>()
  const pending = useRef<Pending | null>(null)
  const sealNow = async () => {
    const { seq, ...message } = await vault.sealAnswer(thread, text.trim(), state)
    return { seq, message }
  }
  const type = (value: string) => {
    pending.current = null
    setText(value)
    setSent(false)
    setProblem(undefined)
    drafts.set(draftKey, value)
  }
  const action = useAction(async () => {
    const sealed = pending.current ?? { ...(await sealNow()), sending: newSending() }
    pending.current = sealed
    try {
      await call(`/api/desk/laporan/${thread.id}/jawab`, sealed)
    } catch (thrown) {
      if (thrown instanceof DeskError && thrown.code === 'refused') pending.current = null
      // The thread grew meanwhile: load it, so that the next try is sealed to its new end.
      if (thrown instanceof DeskError && thrown.status === 409) await onChanged()
      throw thrown
    }
    type('')
    setState(null)
    setSent(true)
    await onChanged()
  })
  const submit = () => {
    if (text.trim() === '') setProblem(t.empty)
    else if (text.length > longest) setProblem(fill(t.tooLong, { over: text.length - longest }))
    else action.start()
  }
  return (
    <form
      className="flow answer"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <Field
        id="answer"
        label={t.answer}
        hint={t.answerHint}
        value={text}
        onChange={type}
        error={problem}
        isLong
        rows={6}
        isDisabled={action.isBusy}
      />
      <div className="field">
        <label htmlFor="reply-state">{t.replyState}</label>
        <select
          id="reply-state"
          value={state ?? 'none'}
          onChange={event => {
            pending.current = null
            setState(reportStates.find(one => one === event.currentTarget.value) ?? null)
          }}
        >
          {(['none', ...reportStates] as const).map(value => (
            <option key={value} value={value}>
              {texts.replyStates[value]}
            </option>
          ))}
        </select>
      </div>
      {action.error && (
        <Notice kind="stop" title={t.notSent}>
          {action.error}
        </Notice>
      )}
      {isSent && <Notice kind="good">{t.sent}</Notice>}
      <div className="actions">
        <button type="submit" className="button" disabled={action.isBusy}>
          {action.isBusy ? t.sending : t.send}
        </button>
      </div>
    </form>
  )
}
