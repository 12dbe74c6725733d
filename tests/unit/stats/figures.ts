import type { Figure } from '#src/content/figure.ts'

/** A figure that an office entered, January 2026, with what the test wants otherwise. */
export function officeFigure(change: Partial<Figure> & Pick<Figure, 'id' | 'count'>): Figure {
  return {
    subject: { kind: 'kanim', name: 'Blitar', office: 'blitar', provinceCode: '35' },
    measure: 'ditolak',
    reasonScope: 'semua',
    period: { start: '2026-01-01', end: '2026-01-31' },
    approximate: false,
    subsetOf: null,
    contradicts: [],
    reasons: ['tidak-dirinci'],
    reasonAsPublished: null,
    provenance: 'kantor',
    received: null,
    sources: [{ title: 'Kantor Imigrasi Blitar', url: null, published: null, checked: null, note: null }],
    note: null,
    revisions: [],
    ...change,
  }
}

const lastDays = { '01': '31', '02': '28', '03': '31', '04': '30', '05': '31', '06': '30' } as const

/** A month of 2026, January to June. */
export const month = (number: keyof typeof lastDays) => ({
  start: `2026-${number}-01`,
  end: `2026-${number}-${lastDays[number]}`,
})
