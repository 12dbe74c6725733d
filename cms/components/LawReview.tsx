import type { Words } from '#cms/hooks/say.ts'
import { overdueReviews } from '#src/risk/reviews.ts'
import { words } from './dashboard-words.ts'

type Props = {
  /** The day (`YYYY-MM-DD`) by which the review days are judged. */
  today: string
  text: (key: Words, values?: Record<string, string | number>) => string
}

/** Laws, regulations and bans whose review day has passed, for those who can have them read again; nothing while none has. */
export function LawReview({ text, today }: Props) {
  const overdue = overdueReviews(today)
  if (overdue.length === 0) return null
  return (
    <details className="ba-warning">
      <summary>{text(words.overdue, { n: overdue.length })}</summary>
      <ul className="ba-list">
        {overdue.map(({ name, reviewBy }) => (
          <li key={name}>
            {name} ({reviewBy})
          </li>
        ))}
      </ul>
    </details>
  )
}
