import type { Figure } from '#src/content/figure.ts'
import { formatDay } from '#src/stats/format.ts'
import { scopeLabel } from '#src/stats/labels.ts'
import { figureSentence } from '#src/stats/sentence.ts'
import { inSentence } from './words.ts'

/** Words with which a figure is quoted: what was counted, from which source, and where we show it. */
export function citation(figure: Figure, address: URL): string {
  const sources = figure.sources.map(({ title, url, published }) =>
    [title, published && formatDay(published), url].filter(Boolean).join(', '),
  )
  const what = `${figureSentence(figure)} (${inSentence(scopeLabel(figure.reasonScope))}).`
  return `${what} Sumber: ${sources.join('; ')}. Dikutip dari Berangkat Aman, ${address.href}`
}
