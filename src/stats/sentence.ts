import type { Figure } from '../content/figure.ts'
import { translator } from '../i18n/t.ts'
import type { Language } from '../slugs.ts'
import { formatNumber, formatPeriod } from './format.ts'
import { placeName } from './labels.ts'

/**
 * A figure as one sentence without a full stop: `46 permohonan paspor ditolak pada 2023 di Cilacap`. An approximate count
 * says so first.
 */
export function figureSentence(
  figure: Pick<Figure, 'subject' | 'measure' | 'period' | 'count' | 'approximate'>,
  language: Language = 'id',
): string {
  const t = translator(language, 'data')
  return t(figure.approximate ? 'sentence.about' : 'sentence.plain', {
    count: formatNumber(figure.count, language),
    event: t(`event.${figure.measure}.${figure.count === 1 ? 'one' : 'other'}`),
    period: formatPeriod(figure.period, language),
    place: t(`place.${figure.subject.kind}`, { name: placeName(figure.subject.name, language) }),
  })
}
