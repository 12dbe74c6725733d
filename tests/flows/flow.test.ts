import { array, assert, constantFrom, property, record, string, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answers, assessAnswers, openQuestions, signsOf } from '#src/risk/answers.ts'
import { assess, levels } from '#src/risk/assess.ts'
import { helpComesFirst, nextQuestion, nextUnanswered, pathOf, previousQuestion } from '#src/risk/flow.ts'
import { indicators } from '#src/risk/indicators.ts'
import { abroadQuestions, type Question, questionOf, questions, situation } from '#src/risk/questions.ts'

const all: readonly Question[] = questions
const known = all.flatMap(question => question.options.map(option => ({ question, option })))
const situations = situation.options.map(option => option.id)
const optionOf = (id: string) => constantFrom(...(questionOf(id)?.options.map(option => option.id) ?? []))
const someAnswers = record(Object.fromEntries(all.map(question => [question.id, optionOf(question.id)])), {
  requiredKeys: [],
})
const severity = (answers: Answers) => levels.length - levels.indexOf(assessAnswers(answers).level)

describe.each(known.map(({ question, option }) => [question.id, option.id, option.sign] as const))(
  '%s: %s',
  (id, optionId, sign) => {
    test('gives its sign and nothing else', () => {
      expect(signsOf({ [id]: optionId })).toEqual(sign ? [sign] : [])
    })

    test('leads on, on every path that asks it', () => {
      for (const place of situations) {
        const answers = id === situation.id ? { [id]: optionId } : { posisi: place, [id]: optionId }
        const path = pathOf(answers)
        const at = path.indexOf(id as never)
        expect(nextQuestion(answers, id)).toBe(at < 0 ? null : (path[at + 1] ?? null))
      }
    })
  },
)

describe('the walk', () => {
  test.each(situations)('from "%s" ends after every question of its path, and back again', place => {
    const walked = [situation.id as string]
    for (let at = nextQuestion({ posisi: place }, situation.id); at; at = nextQuestion({ posisi: place }, at))
      walked.push(at)
    expect(walked).toEqual(pathOf({ posisi: place }))
    const back = [walked.at(-1) ?? '']
    for (
      let at = previousQuestion({ posisi: place }, back[0] ?? '');
      at;
      at = previousQuestion({ posisi: place }, at)
    )
      back.push(at)
    expect(back.reverse()).toEqual(walked)
  })

  test.each([{}, { posisi: 'tidak-tahu' }, { posisi: 'mars' }])(
    'asks someone who does not say where they are (%o) what it asks at home',
    answers => {
      expect(pathOf(answers)).toEqual(pathOf({ posisi: 'belum' }))
    },
  )

  test('counts as open only what the path asks', () => {
    expect(openQuestions({ posisi: 'di-luar-negeri', 'ln-paspor': 'dipegang-sendiri' })).toEqual(
      abroadQuestions.map(question => question.id).filter(id => id !== 'ln-paspor'),
    )
  })

  test.each(situations)(
    'of the open questions alone, from "%s", asks each once and no answered one',
    place => {
      const path = pathOf({ posisi: place })
      const answers: Record<string, string> = { posisi: place, visa: 'visit-visa', 'ln-gaji': 'dibayar' }
      const open = path.filter(id => !answers[id])
      const asked: string[] = []
      for (let at = nextUnanswered(answers, null); at; at = nextUnanswered(answers, at)) {
        asked.push(at)
        answers[at] = 'tidak-tahu'
      }
      expect(asked).toEqual(open)
    },
  )

  test('of the open questions alone asks those before the present one last', () => {
    const answers: Record<string, string> = Object.fromEntries(pathOf({}).map(id => [id, 'tidak-tahu']))
    delete answers.negara
    expect([nextUnanswered(answers, 'visa'), nextUnanswered(answers, 'negara')]).toEqual(['negara', null])
  })

  test('asks at most fifteen questions on the common path', () => {
    expect(pathOf({}).length).toBeLessThanOrEqual(15)
  })

  test('asks every question on some path', () => {
    const asked = new Set(situations.flatMap(place => [...pathOf({ posisi: place })]))
    expect([...asked].sort()).toEqual(all.map(question => question.id).sort())
  })

  test('offers "tidak tahu" with every question', () => {
    expect(all.filter(question => !question.options.some(option => option.unknown))).toEqual([])
  })

  test('puts help first for people abroad and with a recruiter', () => {
    expect(situations.filter(place => helpComesFirst({ posisi: place }))).toEqual([
      'bersama-perekrut',
      'di-luar-negeri',
    ])
  })

  test('can give every sign', () => {
    const given = new Set(known.flatMap(({ option }) => option.sign ?? []))
    expect(indicators.filter(sign => !given.has(sign.id))).toEqual([])
  })

  test('survives names of object methods as answers', () => {
    expect(
      assessAnswers(JSON.parse('{"posisi":"constructor","toString":"x","__proto__":"closed-country"}')).level,
    ).toBe('belum-terlihat')
  })
})

describe('outcomes', () => {
  const outcomes: [string, string, Answers][] = [
    ['berhenti', 'cukup', { posisi: 'belum', disuruh: 'told-to-lie' }],
    ['periksa-dulu', 'kurang', { posisi: 'belum', perekrut: 'individual-recruiter' }],
    ['belum-terlihat', 'kurang', { posisi: 'belum' }],
    [
      'periksa-dulu',
      'cukup',
      {
        ...Object.fromEntries(
          all.map(question => [
            question.id,
            question.options.find(option => !option.sign && !option.unknown)?.id,
          ]),
        ),
        janji: 'guaranteed',
      },
    ],
    [
      'belum-terlihat',
      'cukup',
      Object.fromEntries(
        all.map(question => [
          question.id,
          question.options.find(option => !option.sign && !option.unknown)?.id,
        ]),
      ),
    ],
  ]
  test.each(outcomes)('%s with certainty %s is reached', (level, certainty, answers) => {
    expect(assessAnswers(answers)).toMatchObject({ level, certainty })
  })
})

describe('properties', () => {
  test('the order of answers does not matter', () => {
    assert(
      property(someAnswers, answers => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse())
        expect(assessAnswers(reversed)).toMatchObject({
          level: assessAnswers(answers).level,
          signs: assessAnswers(answers).signs,
        })
      }),
    )
  })

  test('answering an open question with a sign never makes the level milder', () => {
    assert(
      property(
        someAnswers,
        constantFrom(...known.filter(({ option }) => option.sign)),
        (answers, { question, option }) => {
          const { [question.id]: _, ...open } = answers as Record<string, string>
          expect(severity({ ...open, [question.id]: option.id })).toBeGreaterThanOrEqual(severity(open))
        },
      ),
    )
  })

  test('"tidak tahu" leaves level and open questions as an unanswered question does', () => {
    assert(
      property(
        someAnswers,
        constantFrom(...all.filter(question => question.id !== situation.id)),
        (answers, question) => {
          const { [question.id]: _, ...open } = answers as Record<string, string>
          const unsure = { ...open, [question.id]: 'tidak-tahu' }
          expect(assessAnswers(unsure)).toEqual(assessAnswers(open))
          expect(openQuestions(unsure)).toEqual(openQuestions(open))
        },
      ),
    )
  })

  test('answers with foreign ids change nothing', () => {
    assert(
      property(someAnswers, array(tuple(string(), string())), (answers, foreign) => {
        const extra = Object.fromEntries(foreign.filter(([id]) => questionOf(id) === null))
        expect(assessAnswers({ ...extra, ...answers })).toEqual(assessAnswers(answers))
      }),
    )
  })

  test('answers and their signs are judged alike', () => {
    assert(
      property(
        someAnswers,
        answers => assessAnswers(answers).level === assess(signsOf(answers as Answers)).level,
      ),
    )
  })
})
