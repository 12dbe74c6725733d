import type { Figure } from '#src/content/figure.ts'
import { lastDayOf } from '#src/stats/format.ts'
import { officeFigure } from '#tests/unit/stats/figures.ts'

const monthsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const month = `${2010 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
    return { start: `${month}-01`, end: lastDayOf(month) }
  })

/** Counts that look like those of offices: many small ones, the same for the same number. */
const countOf = (number: number) => (number * 7919) % 53

/**
 * About `size` figures as a country enters them: offices of 30 provinces by month, of all reasons and of one scope, with one
 * part by reason, and their provinces and the nation by month.
 */
export function nationalTable(size: number): Figure[] {
  const offices = Math.min(120, Math.ceil(size / 30))
  const figures: Figure[] = []
  for (const [index, period] of monthsOf(Math.ceil(size / (3 * offices))).entries()) {
    const month = period.start.slice(0, 7)
    for (let office = 0; office < offices; office++) {
      const name = `kantor-${office}`
      const provinceCode = String(11 + (office % 30))
      const base = { subject: { kind: 'kanim' as const, name, office: name, provinceCode }, period }
      const count = countOf(office * 311 + index)
      const id = `${name}-${month}`
      figures.push(
        officeFigure({ ...base, id, count }),
        officeFigure({ ...base, id: `${id}-pmi`, count: count >> 1, reasonScope: 'pmi-nonprosedural' }),
        officeFigure({ ...base, id: `${id}-ganda`, count: count >> 2, subsetOf: id, reasons: ['duplikasi'] }),
      )
    }
    for (let province = 0; province < Math.min(30, offices); province++) {
      const provinceCode = String(11 + province)
      const subject = { kind: 'kanwil' as const, name: provinceCode, office: null, provinceCode }
      figures.push(officeFigure({ id: `wilayah-${provinceCode}-${month}`, count: 1000, subject, period }))
    }
    const subject = { kind: 'nasional' as const, name: 'Indonesia', office: null, provinceCode: null }
    figures.push(officeFigure({ id: `nasional-${month}`, count: 100_000, subject, period }))
  }
  return figures.slice(0, size)
}

/** `size` figures of one office: a count for each day. */
export function dailyTable(size: number): Figure[] {
  return Array.from({ length: size }, (_, index) => {
    const day = new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10)
    return officeFigure({ id: `harian-${day}`, count: countOf(index), period: { start: day, end: day } })
  })
}
