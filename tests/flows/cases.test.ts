import { describe, expect, test } from 'vitest'
import { assess, type Level } from '#src/risk/assess.ts'
import cases from '../fixtures/cases.json' with { type: 'json' }
import { signsOfPhrase } from '../fixtures/phrases.ts'

const judged = cases.map(entry => {
  const signs = [entry.destination, entry.job, ...entry.signs].flatMap(signsOfPhrase)
  return { ...entry, found: signs, level: assess(signs).level }
})
const trafficking = judged.filter(entry => entry.label === 'trafficking_or_nonprocedural')
const legitimate = judged.filter(entry => entry.label === 'legitimate_procedural')
const share = (list: typeof judged, ...levels: Level[]) =>
  list.filter(entry => levels.includes(entry.level)).length / list.length
const percent = (part: number) => `${Math.round(part * 1000) / 10} %`

describe('documented cases, read by one table of phrases', () => {
  console.info(
    [
      `${trafficking.length} trafficking or non-procedural, ${legitimate.length} procedural cases`,
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
