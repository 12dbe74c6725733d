import type { Report } from '#src/crypto/report.ts'
import { SealingNotice } from './SealingNotice.tsx'
import type { InboxChoice, TipStrings } from './types.ts'
import type { Ready, SealingState } from './use-sealing.ts'

/** Everything that will be sealed, and who can open it. The next step waits until sealing is ready. */
export function Review(props: {
  report: Report
  inbox: InboxChoice
  /** What is special about the inbox, if anything. */
  note: string | null
  strings: TipStrings['form']
  sealing: SealingState
  onRetry: () => void
  onChange: (step: 'story' | 'details') => void
  onNext: (ready: Ready) => void
}) {
  const { report, inbox, note, strings: s, sealing, onRetry, onChange, onNext } = props
  const story = [
    [s.subject.legend, s.subject[report.subject]],
    [s.what.label, report.what],
  ]
  const details = [
    [s.details.where, report.where],
    [s.details.when, report.when],
    [s.details.who, report.who],
    [s.knowledge.legend, s.knowledge[report.knowledge]],
  ]
  const list = (rows: string[][]) => (
    <dl className="review">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className={value ? undefined : 'muted'} translate="no">
            {value || s.review.empty}
          </dd>
        </div>
      ))}
    </dl>
  )
  return (
    <>
      <h2>{s.review.title}</h2>
      <p className="muted">{s.review.lead}</p>
      {list(story)}
      <button className="text-button" type="button" onClick={() => onChange('story')}>
        {s.change}
      </button>
      {list(details)}
      <button className="text-button" type="button" onClick={() => onChange('details')}>
        {s.change}
      </button>
      <div className="readers">
        <p>
          <strong>
            {s.review.to} {inbox.name}
          </strong>
        </p>
        <p>
          {s.inbox.readers} {inbox.readers}
        </p>
        {note && <p className="muted">{note}</p>}
      </div>
      <SealingNotice state={sealing.state} strings={s} onRetry={onRetry} />
      <div className="actions">
        <button
          className="button large"
          type="button"
          disabled={sealing.state !== 'ready'}
          onClick={() => sealing.state === 'ready' && onNext(sealing)}
        >
          {sealing.state === 'preparing' ? s.preparing : s.review.next}
        </button>
        <button className="button quiet" type="button" onClick={() => onChange('details')}>
          {s.back}
        </button>
      </div>
    </>
  )
}
