import { describe, expect, test } from 'vitest'
import { assess, type Level } from '#src/risk/assess.ts'
import { isIndicatorId } from '#src/risk/indicators.ts'
import collected from '../fixtures/cases.json' with { type: 'json' }
import written from '../fixtures/cases-own.json' with { type: 'json' }
import { signsOfPhrase } from '../fixtures/phrases.ts'

type Judged = Readonly<{ id: string; label: string; found: readonly string[]; level: Level }>

const judge = (id: string, label: string, found: readonly string[]): Judged => ({
  id,
  label,
  found,
  level: assess(found).level,
})

/** Read by the table of phrases: what is known of a case is where it leads, which job, and its signs. */
const byTable = collected.map(({ id, label, destination, job, signs }) =>
  judge(id, label, [destination, job, ...signs].flatMap(signsOfPhrase)),
)
/** The sign that a reader of the list of signs took for each phrase, none where no sign fits. */
const byReader = written.map(({ id, label, read }) =>
  judge(
    id,
    label,
    read.filter(sign => sign !== null),
  ),
)
const writtenByTable = written.map(({ id, label, signs }) => judge(id, label, signs.flatMap(signsOfPhrase)))

const share = (list: readonly Judged[], ...levels: Level[]) =>
  list.filter(entry => levels.includes(entry.level)).length / list.length
const percent = (part: number) => `${Math.round(part * 1000) / 10} %`

describe.each([
  ['documented cases, read by one table of phrases', byTable],
  ['cases written in the style of reports, each phrase read by hand', byReader],
  ['the same written cases, read by the table', writtenByTable],
])('%s', (name, list) => {
  const trafficking = list.filter(entry => entry.label === 'trafficking_or_nonprocedural')
  const legitimate = list.filter(entry => entry.label === 'legitimate_procedural')
  console.info(
    [
      `${name}: ${trafficking.length} trafficking or non-procedural, ${legitimate.length} procedural`,
      `recall: flagged ${percent(share(trafficking, 'berhenti', 'periksa-dulu'))}, berhenti ${percent(share(trafficking, 'berhenti'))}`,
      `false alarms: berhenti ${percent(share(legitimate, 'berhenti'))}, periksa-dulu ${percent(share(legitimate, 'periksa-dulu'))}`,
      ...trafficking
        .filter(entry => entry.level !== 'berhenti')
        .map(entry => `  below berhenti: ${entry.id} ${entry.level} [${entry.found}]`),
      ...legitimate
        .filter(entry => entry.level !== 'belum-terlihat')
        .map(entry => `  flagged: ${entry.id} ${entry.level} [${entry.found}]`),
    ].join('\n'),
  )

  test('at least 98 % of trafficking cases are flagged', () => {
    expect(share(trafficking, 'berhenti', 'periksa-dulu')).toBeGreaterThanOrEqual(0.98)
  })

  test('at least 85 % of trafficking cases reach berhenti', () => {
    expect(share(trafficking, 'berhenti')).toBeGreaterThanOrEqual(0.85)
  })

  test('at most 5 % of procedural cases reach berhenti', () => {
    expect(share(legitimate, 'berhenti')).toBeLessThanOrEqual(0.05)
  })
})

test('the readers of written cases took only signs that there are, one for each phrase at most', () => {
  expect(written.flatMap(({ read }) => read).filter(sign => sign !== null && !isIndicatorId(sign))).toEqual(
    [],
  )
  expect(written.filter(({ read, signs }) => read.length !== signs.length)).toEqual([])
})
