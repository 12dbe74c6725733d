import { assert, constantFrom, property, subarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, type Ground, levels } from '#src/risk/assess.ts'
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
  const stops: [string, IndicatorId[], Ground[]][] = [
    [
      'two strong signs of different dimensions',
      ['contract-later', 'debt-from-wages'],
      [{ rule: 'two-strong', dimension: null, signs: ['contract-later', 'debt-from-wages'] }],
    ],
    [
      'a strong and a medium sign of different dimensions',
      ['no-family-permit', 'debt-from-wages'],
      [{ rule: 'strong-and-medium', dimension: null, signs: ['debt-from-wages', 'no-family-permit'] }],
    ],
    [
      'one strong and one weak sign of one dimension',
      ['contract-later', 'high-pay'],
      [{ rule: 'strong-and-other', dimension: 'deceptive', signs: ['contract-later', 'high-pay'] }],
    ],
    [
      'one strong and one medium sign of one dimension',
      ['wages-withheld', 'underpaid'],
      [
        { rule: 'strong-and-medium', dimension: null, signs: ['wages-withheld', 'underpaid'] },
        { rule: 'strong-and-other', dimension: 'exploitation', signs: ['wages-withheld', 'underpaid'] },
      ],
    ],
    [
      'three medium signs of one dimension',
      ['scam-job', 'pay-too-good', 'fake-company'],
      [
        {
          rule: 'three-medium',
          dimension: 'deceptive',
          signs: ['scam-job', 'pay-too-good', 'fake-company'],
        },
      ],
    ],
    [
      'two medium and one weak sign of one dimension',
      ['chat-only', 'scam-job', 'pay-too-good'],
      [
        {
          rule: 'two-medium-and-weak',
          dimension: 'deceptive',
          signs: ['scam-job', 'pay-too-good', 'chat-only'],
        },
      ],
    ],
  ]
  test.each(stops)('%s stop, and say by which rule', (_, present, grounds) => {
    expect(assess(present)).toMatchObject({ level: 'berhenti', grounds })
    expect(assess(present).grounds).toHaveLength(grounds.length)
  })

  const verifies: [string, IndicatorId[]][] = [
    ['a strong and a weak sign of different dimensions', ['debt-from-wages', 'high-pay']],
    ['two medium signs of one dimension', ['scam-job', 'pay-too-good']],
    ['one medium and two weak signs of one dimension', ['scam-job', 'high-pay', 'chat-only']],
    ['three medium signs of two dimensions', ['scam-job', 'pay-too-good', 'no-family-permit']],
    ['two medium signs of two dimensions and a weak one', ['scam-job', 'no-family-permit', 'chat-only']],
  ]
  test.each(verifies)('%s ask to check first', (_, present) => {
    expect(assess(present)).toMatchObject({ level: 'periksa-dulu', grounds: [] })
  })

  test('signs are listed by weight, and by id within it', () => {
    expect(
      assess(['high-pay', 'scam-job', 'chat-only', 'visit-visa', 'ticket-short', 'told-to-lie', 'pressure'])
        .signs,
    ).toEqual(['told-to-lie', 'visit-visa', 'ticket-short', 'pressure', 'scam-job', 'chat-only', 'high-pay'])
  })

  test('the four weak marks of official programmes together stay belum-terlihat', () => {
    expect(assess(['high-pay', 'any-fee', 'chat-only', 'social-media-ad']).level).toBe('belum-terlihat')
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
