import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFragment, writeFragment } from '#src/risk/fragment.ts'
import { questions } from '#src/risk/questions.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'

const everything = Object.fromEntries(questions.map(question => [question.id, question.options[0].id]))

describe('a fragment', () => {
  test('gives back what was written', () => {
    const state = { answers: everything, extra: ['told-to-lie'], at: 'hasil' }
    expect(readFragment(writeFragment(state))).toEqual({ kind: 'state', dropped: 0, ...state })
  })

  test('with every question answered stays under 900 characters', () => {
    expect(writeFragment({ answers: everything, extra: [], at: 'hasil' }).length).toBeLessThan(900)
  })

  test('is written without signs and answers that the rules do not know', () => {
    const answers = { posisi: 'belum', planet: 'mars', visa: 'x' }
    expect(writeFragment({ answers, extra: ['sihir'], at: null })).toBe(`#v=${rulesetVersion}&posisi=belum`)
  })

  test('that names a sign twice gives it once, and counts the other as dropped', () => {
    const hash = `#v=${rulesetVersion}&tanda=told-to-lie.told-to-lie`
    expect(readFragment(hash)).toMatchObject({ extra: ['told-to-lie'], dropped: 1 })
  })

  test('that is empty says so', () => {
    expect([readFragment(''), readFragment('#')]).toEqual([{ kind: 'empty' }, { kind: 'empty' }])
  })

  test.each([
    ['without a version', '#posisi=belum'],
    ['with a name twice', '#v=1.0.0&posisi=belum&posisi=di-luar-negeri'],
    ['with percent signs', '#v=1.0.0&posisi=%3Cscript%3E'],
    ['with markup', '#v=1.0.0&posisi=<img src=x>'],
    [
      'that is far too long',
      `#v=${rulesetVersion}&${Array.from({ length: 600 }, (_, at) => `a${at}=b`).join('&')}`,
    ],
    ['without values', '#v=1.0.0&posisi'],
  ])('%s is refused as malformed', (_, hash) => {
    expect(readFragment(hash)).toEqual({ kind: 'unreadable', reason: 'malformed' })
  })

  test.each(['0.9.0', '1.0.0', '1.1', '99.0.0'])(
    'of rule set %s is refused: its level could differ now',
    version => {
      expect(readFragment(`#v=${version}&posisi=belum`)).toEqual({ kind: 'unreadable', reason: 'version' })
    },
  )

  test('loses unknown questions, answers, signs and places, and counts them', () => {
    const hash = `#v=${rulesetVersion}&posisi=belum&negara=mars&planet=mars&tanda=told-to-lie.sihir&di=antah`
    expect(readFragment(hash)).toEqual({
      kind: 'state',
      answers: { posisi: 'belum' },
      extra: ['told-to-lie'],
      at: null,
      dropped: 4,
    })
  })

  test('of any shape is read without an exception', () => {
    assert(property(string({ unit: 'binary', maxLength: 300 }), text => readFragment(text) !== null))
  })
})
