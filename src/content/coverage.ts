import type { Source } from './shared.ts'

/**
 * How many immigration offices the list holds, of how many there are. 151 since 18 offices were added to 133 in November
 * 2025. The two that are missing are not in any list that we found.
 */
export const officeCoverage: { known: number; total: number; asOf: string; source: Source } = {
  known: 149,
  total: 151,
  asOf: '2025-11-04',
  source: {
    title: 'Hallo News',
    url: 'https://hallonews.com/utama/ditjen-imigrasi-bentuk-18-kantor-baru-2',
    published: null,
    checked: null,
    note: 'Halaman November 2025: dari 133 menjadi 151 kantor.',
  },
}
