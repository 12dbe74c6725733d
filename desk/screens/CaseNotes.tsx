import { useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import type { FoundDeskEvent } from '#src/crypto/desk-event.ts'
import type { Me } from '../desk-context.ts'
import type { Drafts } from '../state/drafts.ts'
import { dayInWords, texts } from '../texts.ts'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Said } from '../ui/Said.tsx'
import { useAction } from '../use-action.ts'
import { useEvent } from '../use-event.ts'
import type { ReadThread, SealedThread } from '../vault/protocol.ts'

/** What to call the members, by account id; from the roster, so not on the server's word. */
export type Names = ReadonlyMap<string, string>

type Props = {
  read: ReadThread
  thread: SealedThread
  me: Me
  names: Names
  drafts: Drafts
  onChanged(): Promise<void>
}

const verbs = {
  take: texts.report.eventTake,
  close: texts.report.eventClose,
  reopen: texts.report.eventReopen,
  note: '',
} as const

/** What the members did with the report and wrote for each other. */
export function CaseNotes({ read, thread, me, names, drafts, onChanged }: Props) {
  const t = texts.report
  const draftKey = `note:${read.first ?? thread.id}`
  const [text, setText] = useState(drafts.get(draftKey))
  const addEvent = useEvent(thread, me.user, onChanged)
  const type = (value: string) => {
    setText(value)
    drafts.set(draftKey, value)
  }
  const action = useAction(async () => {
    await addEvent('note', text.trim())
    type('')
  })
  return (
    <section className="flow notes" aria-labelledby="notes-title">
      <h3 id="notes-title">{t.notes}</h3>
      <p className="muted small">{t.notesLead}</p>
      {read.events.length === 0 ? (
        <p className="muted">{t.noNotes}</p>
      ) : (
        <ul className="events">
          {read.events.map(found => (
            <Event key={found.seq} found={found} names={names} />
          ))}
        </ul>
      )}
      <form
        className="flow"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (text.trim() !== '') action.start()
        }}
      >
        <Field
          id="note"
          label={t.note}
          value={text}
          onChange={type}
          isLong
          rows={3}
          maxLength={8000}
          isDisabled={action.isBusy}
        />
        {action.error && (
          <Notice kind="stop" title={t.notSent}>
            {action.error}
          </Notice>
        )}
        <button type="submit" className="button quiet" disabled={action.isBusy || text.trim() === ''}>
          {t.addNote}
        </button>
      </form>
    </section>
  )
}

function Event({ found, names }: { found: FoundDeskEvent; names: Names }) {
  const t = texts.report
  const { event, fault, seq } = found
  const problem = fault && fill(t.eventProblems[fault], { seq })
  // What was written about another report, or by nobody knows whom, is not shown as if it belonged here.
  if (event === null || (fault !== null && fault !== 'changed' && fault !== 'unbound'))
    return <li className="faulty">{problem}</li>
  return (
    <li className={fault === 'changed' ? 'faulty' : undefined}>
      {problem && <p className="small">{problem}</p>}
      <span className="muted small">
        <Said text={names.get(event.author) ?? event.author} />, {dayInWords(event.day)} {verbs[event.kind]}
      </span>
      {event.text && (
        <p className="written" dir="auto">
          {event.text}
        </p>
      )}
    </li>
  )
}
