import type { Figure, Reason } from '../content/figure.ts'
import type { Office } from '../content/office.ts'
import type { Atom } from './disclosure.ts'
import { groupBy } from './group-by.ts'
import { monthsToPeriod } from './months.ts'

/**
 * Released atoms of one office in the public shape: one figure for each span and, where a span has several groups of
 * reasons, one more for each group, marked as part of it. Ids are made of office, months, measure and group, so a frozen
 * atom keeps its id for ever.
 */
export function releasedFigures(
  atoms: readonly Atom[],
  office: Pick<Office, 'slug' | 'name' | 'provinceCode'>,
  allReasons: readonly Reason[],
): Figure[] {
  const own = atoms.filter(atom => atom.office === office.slug)
  const spans = groupBy(own, atom => `${atom.measure}-${atom.first}-${atom.last}`)
  return [...spans.values()].flatMap(parts => {
    const whole = figure(parts, office, allReasons)
    if (parts.length === 1) return [whole]
    return [whole, ...parts.map(part => ({ ...figure([part], office, allReasons), subsetOf: whole.id }))]
  })
}

function figure(
  parts: readonly Atom[],
  office: Pick<Office, 'slug' | 'name' | 'provinceCode'>,
  allReasons: readonly Reason[],
): Figure {
  const [{ measure, first, last } = { measure: 'lainnya' as const, first: '', last: '' }] = parts
  const reasons = parts.flatMap(part => part.reasons)
  const isWhole = reasons.length === allReasons.length
  const months =
    first === last ? first : `${first}-sd-${first.slice(0, 4) === last.slice(0, 4) ? last.slice(5) : last}`
  return {
    id: `${office.slug}-${months}-${measure}-kantor${isWhole ? '' : `-${groupName(reasons)}`}`,
    subject: {
      kind: measure.startsWith('keberangkatan') ? 'tpi' : 'kanim',
      name: office.name.replace(/^Kantor Imigrasi /, ''),
      office: office.slug,
      provinceCode: office.provinceCode,
    },
    measure,
    reasonScope: reasons.every(isProcedural) ? 'pmi-nonprosedural' : 'semua',
    period: monthsToPeriod(first, last),
    count: parts.reduce((total, part) => total + part.count, 0),
    approximate: false,
    subsetOf: null,
    contradicts: [],
    reasons: isWhole ? ['tidak-dirinci'] : reasons,
    reasonAsPublished: null,
    provenance: 'kantor',
    received: null,
    sources: [{ title: office.name, url: null, published: null, checked: null, note: 'Diisi oleh kantor.' }],
    note: null,
    revisions: [],
  }
}

const isProcedural = (reason: Reason) => reason === 'pmi-nonprosedural' || reason === 'dugaan-tppo'
const groupName = (reasons: readonly Reason[]) => (reasons.length === 1 ? (reasons[0] ?? '') : 'alasan-lain')
