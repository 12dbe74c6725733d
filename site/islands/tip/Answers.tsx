import type { ReportState } from '#src/crypto/report.ts'
import { fill } from '#src/i18n/fill.ts'
import { visibleText } from '#src/visible-text.ts'
import type { Thread } from './ThreadView.tsx'
import type { TipStrings } from './types.ts'

/** State and answers of a thread, oldest first; nothing of it when the chain is broken. */
export function Answers(props: {
  thread: Thread
  strings: TipStrings['thread']
  dayText: (day: string) => string
}) {
  const { thread, strings: s, dayText } = props
  const { notes, problem, channel } = thread.opened
  if (problem) {
    return (
      <p className="warning" role="alert">
        {fill(s.tampered, { seq: problem.seq })}
      </p>
    )
  }
  const later = thread.messages.slice(1)
  const states = [...notes.values()].flatMap(note => (note.state === null ? [] : [note.state]))
  const state: ReportState | 'tersimpan' = states.at(-1) ?? (notes.size > 0 ? 'dibaca' : 'tersimpan')
  return (
    <>
      <p className="state">
        {s.stateLabel}: <strong>{s.state[state]}</strong>
      </p>
      {notes.size === 0 && channel.state === 'open' && <p>{s.waiting}</p>}
      {later.length > 0 && (
        <ol className="thread plain">
          {later.map(({ direction, day }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a message is what stands at its place
            <li key={index} className={direction === 'keluar' ? 'answer' : 'own'}>
              <p className="small muted">
                {fill(direction === 'keluar' ? s.answer : s.own, { day: dayText(day) })}
              </p>
              {direction === 'keluar' && (
                <p className="written" translate="no" dir="auto">
                  {visibleText(notes.get(index + 1)?.text ?? '')}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
