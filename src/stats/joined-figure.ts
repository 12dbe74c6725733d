import type { Figure } from '../content/figure.ts'
import { disclosureThreshold } from './disclosure.ts'

/**
 * Figures of one series as one: the same figure when it is one, else a figure over all their days. What was written to the
 * single ones (notes, reasons in words, changes) stays out, because it may name the counts that were joined.
 * @throws Error for an empty list
 */
export function joinFigures(figures: readonly Figure[]): Figure {
  const sorted = [...figures].sort((a, b) => a.period.start.localeCompare(b.period.start))
  const [first] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) throw new Error('nothing to join')
  if (sorted.length === 1) return first
  const received = sorted.map(figure => figure.received)
  return {
    ...first,
    id: `${first.id}-sd-${last.period.end}`,
    period: { start: first.period.start, end: last.period.end },
    count: sorted.reduce((total, figure) => total + figure.count, 0),
    approximate: sorted.some(figure => figure.approximate),
    contradicts: [],
    reasons: [...new Set(sorted.flatMap(figure => figure.reasons))],
    reasonAsPublished: null,
    received: received.every(value => value !== null)
      ? received.reduce((total, value) => total + value, 0)
      : null,
    sources: [
      ...new Map(
        sorted.flatMap(figure => figure.sources).map(source => [`${source.title} ${source.url}`, source]),
      ).values(),
    ],
    note: `Angka di bawah ${disclosureThreshold} tidak ditampilkan sendiri, jadi beberapa masa digabung.`,
    revisions: [],
  }
}

/**
 * An office figure as the public may see it: a change is told with its numbers only when both were given out (`known`) and
 * differ by the threshold or more.
 */
export function publicFigure(figure: Figure, known: readonly number[]): Figure {
  const isTold = (before: number, after: number) =>
    known.includes(before) && known.includes(after) && Math.abs(before - after) >= disclosureThreshold
  return {
    ...figure,
    revisions: figure.revisions.map(revision => ({
      ...revision,
      change: revision.change.replace(/(\d+) → (\d+)/g, (whole, before: string, after: string) =>
        isTold(Number(before), Number(after)) ? whole : 'diperbaiki',
      ),
    })),
  }
}
