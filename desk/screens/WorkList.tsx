import { fill } from '#src/i18n/fill.ts'
import { caseBadge, type CasePart, casePart, today } from '../state/case.ts'
import type { Case } from '../state/open-reports.ts'
import { dayInWords, daysAgo, texts } from '../texts.ts'

type Props = {
  cases: readonly Case[]
  /** Ids of the reports that are in the inbox twice. */
  copies: ReadonlySet<string>
  chosen: string | null
  onChoose(id: string): void
}

const parts: readonly CasePart[] = ['waiting', 'progress', 'closed']
const partOf = (one: Case): CasePart => (one.read === null ? 'waiting' : casePart(one.read))

/** Everything that waits for the handlers, then what is in progress, then what is closed. */
export function WorkList({ cases, copies, chosen, onChoose }: Props) {
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
                  <Row
                    one={one}
                    isCopy={copies.has(one.envelope.id)}
                    isChosen={one.envelope.id === chosen}
                    onChoose={onChoose}
                  />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

type RowProps = { one: Case; isCopy: boolean; isChosen: boolean; onChoose(id: string): void }

function Row({ one, isCopy, isChosen, onChoose }: RowProps) {
  const t = texts.list
  const { envelope, read, problem } = one
  const badge = badgeOf(one)
  const subject = read?.report ? texts.subjects[read.report.subject] : t.sealed
  const glimpse = read?.report?.what.slice(0, 1000).replace(/\s+/g, ' ').slice(0, 140)
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
        {isCopy && <span className="badge broken">{t.copy}</span>}
        <span className="muted small">{daysAgo(envelope.day, today())}</span>
      </span>
      <span className="row-title">{subject}</span>
      {glimpse && (
        <span className="row-glimpse" dir="auto">
          {glimpse}
        </span>
      )}
      {problem && <span className="small">{problem}</span>}
      {envelope.deleteAfter && (
        <span className="muted small">{fill(t.deleted, { day: dayInWords(envelope.deleteAfter) })}</span>
      )}
    </button>
  )
}

const badgeOf = ({ read, problem }: Case) => {
  if (problem !== null) return 'unreadable'
  return read === null ? 'sealed' : caseBadge(read)
}

const badges = {
  unreadable: texts.list.unreadable,
  sealed: texts.list.sealed,
  broken: texts.list.broken,
  withdrawn: texts.list.withdrawn,
  new: texts.list.new,
  replied: texts.list.replied,
  answered: texts.list.answered,
  progress: texts.list.progress,
  closed: texts.list.closed,
} as const
