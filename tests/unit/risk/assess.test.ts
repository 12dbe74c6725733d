import { assert, constantFrom, property, subarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, levels } from '#src/risk/assess.ts'
import { type IndicatorId, indicators } from '#src/risk/indicators.ts'

const ids = indicators.map(sign => sign.id)
const numRuns = process.env.SLOW ? 20_000 : 1000
const severity = (present: readonly string[]) => levels.length - levels.indexOf(assess(present).level)

describe('a single sign', () => {
  test.each(indicators.filter(sign => 'alone' in sign && sign.alone).map(sign => sign.id))(
    '%s alone is enough to stop',
    id => {
      expect(assess([id]).level).toBe('berhenti')
    },
  )

  const cautious = indicators.filter(sign => !('alone' in sign) && sign.strength !== 'weak')
  test.each(cautious.map(sign => sign.id))('%s alone asks to check first', id => {
    expect(assess([id])).toMatchObject({ level: 'periksa-dulu', signs: [id], notes: [] })
  })

  test.each(indicators.filter(sign => sign.strength === 'weak').map(sign => sign.id))(
    '%s alone is only a note',
    id => {
      expect(assess([id])).toMatchObject({ level: 'belum-terlihat', signs: [], notes: [id] })
    },
  )
})

describe('combinations', () => {
  const cases: [string, IndicatorId[], string][] = [
    ['two strong signs of different dimensions stop', ['contract-later', 'debt-from-wages'], 'two-strong'],
    [
      'one strong and one weak sign of one dimension stop',
      ['contract-later', 'high-pay'],
      'strong-and-other',
    ],
    [
      'three medium signs of one dimension stop',
      ['scam-job', 'pay-too-good', 'fake-company'],
      'three-medium',
    ],
    [
      'two medium and one weak sign of one dimension stop',
      ['scam-job', 'pay-too-good', 'chat-only'],
      'two-medium-and-weak',
    ],
  ]
  test.each(cases)('%s', (_, present, rule) => {
    expect(assess(present).level).toBe('berhenti')
    expect(assess(present).grounds.map(ground => ground.rule)).toContain(rule)
  })

  test('the four weak marks of official programmes together stay belum-terlihat', () => {
    expect(assess(['high-pay', 'any-fee', 'chat-only', 'social-media-ad']).level).toBe('belum-terlihat')
  })

  test('a strong sign and a medium one of another dimension ask to check first', () => {
    expect(assess(['contract-later', 'no-family-permit']).level).toBe('periksa-dulu')
  })

  test('an employer who pays everything is a note by itself', () => {
    expect(assess(['employer-pays-all', 'scam-job']).notes).toEqual(['employer-pays-all'])
  })

  test('an employer who pays everything without a contract is a reason to stop', () => {
    expect(assess(['employer-pays-all', 'no-contract'])).toMatchObject({ level: 'berhenti', notes: [] })
  })
})

describe('certainty', () => {
  test('few open questions leave it sufficient', () => {
    expect(assess([], 3).certainty).toBe('cukup')
  })

  test('many open questions lower it and leave the level', () => {
    expect(assess(['scam-job'], 4)).toMatchObject({ certainty: 'kurang', level: 'periksa-dulu' })
  })
})

describe('properties', () => {
  test('adding a sign never makes the level milder', () => {
    assert(
      property(
        subarray(ids),
        constantFrom(...ids),
        (present, more) => severity([...present, more]) >= severity(present),
      ),
      { numRuns },
    )
  })

  test('order and repetition do not matter', () => {
    assert(
      property(subarray(ids), present => {
        expect(assess([...present].reverse().concat(present))).toEqual({
          ...assess(present),
          grounds: expect.any(Array),
        })
      }),
      { numRuns },
    )
  })

  test('the number of open questions never changes the level', () => {
    assert(
      property(
        subarray(ids),
        constantFrom(0, 1, 4, 24),
        (present, open) => assess(present, open).level === assess(present).level,
      ),
      { numRuns },
    )
  })

  test('every sign that was found is listed once, as a reason or as a note', () => {
    assert(
      property(subarray(ids), present => {
        const { signs, notes } = assess(present)
        expect([...signs, ...notes].sort()).toEqual([...present].sort())
      }),
      { numRuns },
    )
  })

  test('unknown ids are ignored', () => {
    expect(assess(['__proto__', 'tidak-ada', 'constructor'])).toEqual(assess([]))
  })
})
