import type { Figure } from '../../content/figure.ts'

/** The figures with all their fields, as `{ items: [...] }` sorted by id: the shape of the public API. */
export function figuresJson(figures: readonly Figure[]): string {
  const items = [...figures].sort((a, b) => (a.id < b.id ? -1 : 1))
  return `${JSON.stringify({ items }, null, 2)}\n`
}
