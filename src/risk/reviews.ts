import { laws } from '../content/laws.ts'
import { ministryRules, namedRules } from '../content/ministry-rules.ts'
import { isOverdue } from '../content/review.ts'
import type { Indicator } from './indicator.ts'
import { indicators } from './indicators.ts'
import { sources } from './sources.ts'

/** Something whose review day has passed. `signs`: how many signs of the check rest on it. */
export type OverdueReview = Readonly<{ name: string; reviewBy: string; signs: number }>

/** The first day (`YYYY-MM-DD`) by which a law, rule or ban under this sign must be read again; null when it rests on none. */
export function reviewByOf(sign: Pick<Indicator, 'sources'>): string | null {
  const days = sign.sources.map(({ source }) => sources[source].reviewBy).filter(day => day !== null)
  return days.sort()[0] ?? null
}

/** What has a review day, with the address of what was read; an empty one where the text is only named. */
function reviewed(): { name: string; url: string; reviewBy: string | null }[] {
  return [
    ...Object.values(laws).map(({ short, url, reviewBy }) => ({ name: short, url, reviewBy })),
    ...ministryRules.map(({ short, source, reviewBy }) => ({ name: short, url: source.url, reviewBy })),
    ...Object.values(sources)
      .filter(source => source.kind !== 'law')
      .map(({ title, url, reviewBy }) => ({ name: title, url, reviewBy })),
    ...namedRules.map(({ short, reviewBy }) => ({ name: short, url: '', reviewBy })),
  ]
}

/** Whether one of these addresses is that of a law, regulation or ban whose review day lies before `today`. */
export function isAnyOverdue(urls: readonly (string | null)[], today: string): boolean {
  return reviewed().some(({ url, reviewBy }) => urls.includes(url) && isOverdue(reviewBy, today))
}

/** Every law, regulation, ban and channel whose review day lies before `today` (`YYYY-MM-DD`), each once, oldest first. */
export function overdueReviews(today: string): OverdueReview[] {
  const restingOn = (url: string) =>
    indicators.filter(sign => sign.sources.some(({ source }) => sources[source].url === url)).length
  return reviewed()
    .flatMap(({ name, url, reviewBy }) =>
      reviewBy !== null && isOverdue(reviewBy, today) ? [{ name, reviewBy, signs: restingOn(url) }] : [],
    )
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy) || a.name.localeCompare(b.name))
}

/**
 * The words of the signs, with `note` after the reason of each sign whose review day lies before `today`: nothing is added,
 * and no byte sent, as long as no day has passed.
 */
export function datedWords<Words extends Readonly<Record<string, Readonly<{ label: string; why: string }>>>>(
  words: Words,
  note: string,
  today: string,
): Words {
  const late = new Set<string>(
    indicators.filter(sign => isOverdue(reviewByOf(sign), today)).map(sign => sign.id),
  )
  const entries = Object.entries(words).map(([id, { label, why }]) => [
    id,
    { label, why: late.has(id) ? `${why} ${note}` : why },
  ])
  return Object.fromEntries(entries) as Words
}
