import { array, assert, constantFrom, oneof, property, string, stringMatching, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFragment, writeFragment } from '#src/risk/fragment.ts'
import { questions } from '#src/risk/questions.ts'
import { rulesetHistory, rulesetVersion } from '#src/risk/ruleset.ts'

const blank = { answers: {}, extra: [], at: null, openOnly: false } as const
const everything = Object.fromEntries(questions.map(question => [question.id, question.options[0].id]))

describe('a fragment', () => {
  test('gives back what was written', () => {
    const state = {
      answers: everything,
      extra: ['told-to-lie'],
      at: 'hasil',
      openOnly: true,
    }
    expect(readFragment(writeFragment(state))).toEqual({
      kind: 'state',
      lost: { questions: [], others: 0 },
      version: rulesetVersion,
      isOther: false,
      ...state,
    })
  })

  test('with every question answered stays under 900 characters', () => {
    const all = { answers: everything, extra: [], at: 'hasil', openOnly: true }
    expect(writeFragment(all).length).toBeLessThan(900)
  })

  test('is written without signs and answers that the rules do not know', () => {
    const answers = { posisi: 'belum', planet: 'mars', visa: 'x' }
    expect(writeFragment({ ...blank, answers, extra: ['sihir'] })).toBe(`#v=${rulesetVersion}&posisi=belum`)
  })

  test('that names a sign twice gives it once, and counts the other as lost', () => {
    const hash = `#v=${rulesetVersion}&tanda=told-to-lie.told-to-lie`
    expect(readFragment(hash)).toMatchObject({ extra: ['told-to-lie'], lost: { others: 1 } })
  })

  test('that is empty says so', () => {
    expect([readFragment(''), readFragment('#')]).toEqual([{ kind: 'empty' }, { kind: 'empty' }])
  })

  test.each([
    ['of a part of the page', '#isi'],
    ['without anything of ours', '#halo=dunia'],
    ['of percent signs alone', '#%00%ff%%%'],
  ])('%s is none of ours', (_, hash) => {
    expect(readFragment(hash)).toEqual({ kind: 'malformed' })
  })

  const link = `#v=${rulesetVersion}&posisi=belum&visa=visit-visa&di=hasil`
  test.each([
    ['followed by a full stop', `${link}.`],
    ['in brackets', `${link})`],
    ['in quotation marks', `${link}”,`],
    ['followed by a space', `${link}%20`],
    ['followed by words', `${link}%20ini%20hasilnya`],
    ['with what a network appends', `${link}&utm_source=wa&fbclid=IwAR0_x-y&igsh=MzRl==&mibextid=Zxz2cZ`],
    ['with escaped signs', `#${encodeURIComponent(link.slice(1))}`],
    ['with escaped signs of equality', link.replaceAll('=', '%3D')],
    ['with escaped ampersands', link.replaceAll('&', '&amp;')],
    ['in capitals', link.toUpperCase()],
    ['with an entry twice', `${link}&posisi=belum`],
    ['of the time when the country was in it', link.replace('&di=', '&di-negara=SA&di=')],
  ])('%s says what it said when it was made', (_, hash) => {
    expect(readFragment(hash)).toEqual(readFragment(link))
  })

  test.each([
    ['two answers to a question', '&posisi=belum&posisi=di-luar-negeri', ['posisi'], 0],
    ['an answer with markup in it', '&posisi=<img src=x>', ['posisi'], 0],
    ['an answer that is cut', '&posisi', [], 1],
    ['an answer of another kind', '&posisi=belum_x', ['posisi'], 0],
    ['more than is looked at', `&${Array.from({ length: 600 }, (_, at) => `a${at}=b`).join('&')}`, [], 584],
  ])('with %s keeps the rest, and tells it', (_, part, questions, others) => {
    const read = readFragment(`#v=${rulesetVersion}&visa=visit-visa${part}`)
    expect(read).toMatchObject({ lost: { questions, others } })
    expect(read).toHaveProperty('answers', { visa: 'visit-visa' })
  })

  test.each(['#posisi=belum', '#v=1.1&posisi=belum', '#v=1.0.0&v=2.0.0&posisi=belum'])(
    'whose version is not clear (%s) keeps its answers, and counts it as lost',
    hash => {
      expect(readFragment(hash)).toMatchObject({
        answers: { posisi: 'belum' },
        lost: { others: 1 },
        version: rulesetVersion,
        isOther: false,
      })
    },
  )

  test.each(['0.9.0', '1.0.0', '99.0.0'])(
    'of rule set %s keeps every answer that there still is, and says that its level may differ',
    version => {
      expect(readFragment(`#v=${version}&posisi=belum&visa=visit-visa&negara=mars&di=hasil`)).toEqual({
        ...blank,
        kind: 'state',
        answers: { posisi: 'belum', visa: 'visit-visa' },
        at: 'hasil',
        lost: { questions: ['negara'], others: 0 },
        version,
        isOther: true,
      })
    },
  )

  test.each(rulesetHistory.map(entry => entry.id))('of the published rule set %s is read', version => {
    expect(readFragment(`#v=${version}&posisi=belum`)).toMatchObject({ answers: { posisi: 'belum' } })
  })

  test('names the questions whose answers there are not, and counts what else is unknown', () => {
    const hash = `#v=${rulesetVersion}&posisi=belum&negara=mars&planet=mars&tanda=told-to-lie.sihir&di-negara=kambodja&dari=mars&di=antah`
    expect(readFragment(hash)).toEqual({
      ...blank,
      kind: 'state',
      answers: { posisi: 'belum' },
      extra: ['told-to-lie'],
      lost: { questions: ['negara'], others: 4 },
      version: rulesetVersion,
      isOther: false,
    })
  })

  test('never loses an answer unnoticed: what is not kept is named or counted', () => {
    const id = stringMatching(/^[a-z][a-z0-9-]{0,12}$/)
    const known = constantFrom(
      ...questions.flatMap(({ id, options }) => options.map(option => [id, option.id])),
    )
    assert(
      property(array(oneof(known, tuple(id, id)), { maxLength: 12 }), list => {
        const entries = Object.entries(Object.fromEntries(list)).filter(
          ([name]) => !['v', 'di', 'di-negara', 'dari', 'tanda'].includes(name),
        )
        const read = readFragment(
          `#${[['v', rulesetVersion], ...entries].map(pair => pair.join('=')).join('&')}`,
        )
        if (read.kind !== 'state') throw new Error('refused')
        expect(Object.keys(read.answers).length + read.lost.questions.length + read.lost.others).toBe(
          entries.length,
        )
      }),
    )
  })

  test('of any shape is read without an exception', () => {
    assert(property(string({ unit: 'binary', maxLength: 300 }), text => readFragment(text) !== null))
  })
})
