import { fill } from '#src/i18n/fill.ts'
import { caseBadge, type CasePart, casePart, today } from '../state/case.ts'
import { dayInWords, daysAgo, texts } from '../texts.ts'
import type { Case } from '../use-inbox.ts'

type Props = { cases: readonly Case[]; chosen: string | null; onChoose(id: string): void }

const parts: readonly CasePart[] = ['waiting', 'progress', 'closed']
const partOf = (one: Case): CasePart => (one.read === null ? 'waiting' : casePart(one.read))

/** Everything that waits for the handlers, then what is in progress, then what is closed. */
export function WorkList({ cases, chosen, onChoose }: Props) {
  const t = texts.list
  if (cases.length === 0) {
    return (
      <div className="empty flow">
        <h2>{t.empty}</h2>
        <p>{t.emptyLead}</p>
      </div>
    )
  }
  const hasWaiting = cases.some(one => partOf(one) === 'waiting')
  return (
    <div className="parts stack">
      {!hasWaiting && <p className="calm">{t.nothingWaiting}</p>}
      {parts.map(part => {
        const inPart = cases.filter(one => partOf(one) === part)
        if (inPart.length === 0) return null
        return (
          <section key={part} className={part} aria-labelledby={`part-${part}`}>
            <h2 id={`part-${part}`}>
              {t[part]} <span className="count">{inPart.length}</span>
            </h2>
            <ul className="rows">
              {inPart.map(one => (
                <li key={one.envelope.id}>
                  <Row one={one} isChosen={one.envelope.id === chosen} onChoose={onChoose} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function Row({ one, isChosen, onChoose }: { one: Case; isChosen: boolean; onChoose(id: string): void }) {
  const t = texts.list
  const { envelope, read } = one
  const badge = read === null ? 'sealed' : caseBadge(read)
  const subject = read?.report ? texts.subjects[read.report.subject] : t.sealed
  const glimpse = read?.report?.what.replace(/\s+/g, ' ').slice(0, 140)
  return (
    <button
      type="button"
      id={`row-${envelope.id}`}
      className="row"
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => onChoose(envelope.id)}
    >
      <span className="row-top">
        <span className={`badge ${badge}`}>{badges[badge]}</span>
        <span className="muted small">{daysAgo(envelope.day, today())}</span>
      </span>
      <span className="row-title">{subject}</span>
      {glimpse && <span className="row-glimpse">{glimpse}</span>}
      {envelope.deleteAfter && (
        <span className="muted small">{fill(t.deleted, { day: dayInWords(envelope.deleteAfter) })}</span>
      )}
    </button>
  )
}

const badges = {
  sealed: texts.list.sealed,
  broken: texts.list.broken,
  withdrawn: texts.list.withdrawn,
  new: texts.list.new,
  replied: texts.list.replied,
  answered: texts.list.answered,
  progress: texts.list.progress,
  closed: texts.list.closed,
} as const
