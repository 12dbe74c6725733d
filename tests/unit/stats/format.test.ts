import { formatDay, formatNumber, formatPeriod, isWholeMonths } from '#src/stats/format.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('numbers', () => {
  it.each([
    [46, '46', '46'],
    [1015, '1.015', '1,015'],
    [10138, '10.138', '10,138'],
  ])('%i is written with the thousands mark of the language', (value, indonesian, english) => {
    expect([formatNumber(value), formatNumber(value, 'en')]).toEqual([indonesian, english])
  })
})

describe('periods', () => {
  it.each([
    ['2023-01-01', '2023-12-31', '2023', '2023'],
    ['2022-01-01', '2023-12-31', '2022–2023', '2022–2023'],
    ['2024-06-01', '2024-06-30', 'Juni 2024', 'June 2024'],
    ['2024-02-01', '2024-02-29', 'Februari 2024', 'February 2024'],
    ['2025-01-01', '2025-09-30', 'Januari–September 2025', 'January–September 2025'],
    ['2023-01-01', '2024-06-30', 'Januari 2023–Juni 2024', 'January 2023–June 2024'],
    ['2025-01-01', '2025-12-16', '1 Januari–16 Desember 2025', '1 January–16 December 2025'],
    ['2024-03-01', '2024-03-03', '1–3 Maret 2024', '1–3 March 2024'],
    ['2017-01-01', '2018-09-13', '1 Januari 2017–13 September 2018', '1 January 2017–13 September 2018'],
    ['2025-09-10', '2025-09-10', '10 September 2025', '10 September 2025'],
  ])('%s to %s is said in the fewest words', (start, end, indonesian, english) => {
    expect([formatPeriod({ start, end }), formatPeriod({ start, end }, 'en')]).toEqual([indonesian, english])
  })

  it('say the day exactly wherever the last month is not whole', () => {
    const day = fc.date({ min: new Date('2016-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [start = '', end = ''] = [a, b].map(date => date.toISOString().slice(0, 10)).sort()
        fc.pre(!isWholeMonths({ start, end }))
        expect(formatPeriod({ start, end })).toContain(formatDay(end))
      }),
    )
  })
})
