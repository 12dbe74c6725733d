import { parsePublic } from '#src/content/public-api.ts'
import { measures, reasonScopes, reasons } from '#src/content/figure.ts'
import seed from '#src/content/seed/figures.json' with { type: 'json' }
import {
  measureHelp,
  measureLabel,
  provenanceLabel,
  reasonLabel,
  scopeLabel,
  subjectLabel,
} from '#src/stats/labels.ts'
import { figureSentence } from '#src/stats/sentence.ts'
import { languages } from '#src/slugs.ts'
import { describe, expect, it } from 'vitest'

const figures = new Map(parsePublic('figures', seed).map(figure => [figure.id, figure]))
const figure = (id: string) => {
  const found = figures.get(id)
  expect(found, id).toBeDefined()
  return found as NonNullable<typeof found>
}

describe('the sentence of a figure', () => {
  it.each([
    ['cilacap-2023-ditolak-pmi', '46 permohonan paspor ditolak pada 2023 di Cilacap'],
    [
      'karawang-2025-sd-07-ditolak-pmi',
      'Sekitar 253 permohonan paspor ditolak pada Januari–Juli 2025 di Karawang',
    ],
    [
      'nasional-2024-sd-11-ditunda-pmi',
      '2.433 permohonan paspor ditunda pada Januari–November 2024 di seluruh Indonesia',
    ],
    [
      'tpi-soekarno-hatta-2024-01-keberangkatan-ditunda-pmi',
      '330 keberangkatan ditunda pada Januari 2024 di Bandara Soekarno-Hatta',
    ],
    [
      'jakarta-selatan-2025-sd-09-gabungan-pmi',
      '32 permohonan paspor ditolak, ditunda, atau dibatalkan pada Januari–September 2025 di Jakarta Selatan',
    ],
  ])('%s reads well in Indonesian', (id, sentence) => {
    expect(figureSentence(figure(id))).toBe(sentence)
  })

  it('uses the singular in English', () => {
    const one = figure('kanwil-jawa-tengah-2025-sd-11-keberangkatan-ditunda-pmi')
    expect(figureSentence(one, 'en')).toBe('1 departure postponed in Jawa Tengah, January–November 2025')
  })

  it('leaves no gap and no key in any figure', () => {
    const sentences = [...figures.values()].flatMap(item =>
      languages.map(language => figureSentence(item, language)),
    )
    expect(sentences.filter(sentence => /\{\{|undefined|null|\s{2}|\.$/.test(sentence))).toEqual([])
  })
})

describe('labels', () => {
  it.each(languages)('exist in %s for every value of the closed lists', language => {
    const all = [
      ...measures.flatMap(measure => [measureLabel(measure, language), measureHelp(measure, language)]),
      ...reasonScopes.map(scope => scopeLabel(scope, language)),
      ...reasons.map(reason => reasonLabel(reason, language)),
      provenanceLabel('kantor', language),
      provenanceLabel('pers', language),
    ]
    expect(all.filter(label => label.length < 3)).toEqual([])
  })

  it('name an office as an office and a checkpoint by its place', () => {
    expect(subjectLabel(figure('cilacap-2023-ditolak-pmi').subject)).toBe('Kantor Imigrasi Cilacap')
    expect(subjectLabel(figure('tpi-yia-2023-sd-06-16-keberangkatan-ditunda-pmi').subject)).toBe(
      'Bandara Internasional Yogyakarta',
    )
  })
})
