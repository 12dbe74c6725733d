import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { linesOf, MAX_LINE } from '#site/cli/lines.ts'
import { indicators } from '#src/risk/indicators.ts'
import { offerQuestions } from '#src/risk/questions.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'

/** Runs the reviewer's door as a partner does. */
function door(command: string, input = '') {
  const run = spawnSync('node_modules/.bin/node', ['site/cli/check.ts', command], { input, encoding: 'utf8' })
  return { ...run, lines: run.stdout.split('\n').filter(Boolean) }
}

/** The lines of standard output, parsed. */
const judged = (command: string, input: string) => door(command, input).lines.map(line => JSON.parse(line))

describe('the reviewer’s door', () => {
  test('judges answers and lists of signs, one line each', () => {
    const { lines, status } = door(
      'answers',
      '{"id":"a","answers":{"visa":"visit-visa"}}\n\n{"id":2,"indicators":["high-pay"]}\n',
    )
    expect(lines.map(line => JSON.parse(line))).toEqual([
      {
        id: 'a',
        level: 'berhenti',
        certainty: 'cukup',
        indicators: [{ id: 'visit-visa', strength: 'strong', matched: 'visa=visit-visa' }],
        ruleset: rulesetVersion,
      },
      {
        id: 2,
        level: 'belum-terlihat',
        certainty: 'kurang',
        indicators: [{ id: 'high-pay', strength: 'weak', matched: null }],
        ruleset: rulesetVersion,
      },
    ])
    expect(status).toBe(0)
  })

  test.each(['{"id":1,"answers":{}}', '{"id":1,"indicators":[]}', '{"id":1,"indicators":["job-vague"]}'])(
    'is not certain of %s: what was not said is open',
    input => {
      expect(judged('answers', input)[0].certainty).toBe('kurang')
    },
  )

  test('is certain where all but three questions are answered, whatever names the signs', () => {
    const harmless = offerQuestions.map(question => [
      question.id,
      question.options.find(option => !('sign' in option) && !('unknown' in option))?.id,
    ])
    const answers = (open: number) => ({
      posisi: 'belum',
      ...Object.fromEntries(harmless.slice(0, -open)),
    })
    const lines = [
      { id: 1, answers: answers(3) },
      { id: 2, answers: answers(4) },
      { id: 3, answers: answers(4), indicators: ['pressure'] },
    ]
    expect(judged('answers', lines.map(line => JSON.stringify(line)).join('\n'))).toMatchObject([
      { level: 'belum-terlihat', certainty: 'cukup' },
      { level: 'belum-terlihat', certainty: 'kurang' },
      { level: 'periksa-dulu', certainty: 'cukup' },
    ])
  })

  test('counts answers and listed signs of one line together', () => {
    const [line] = judged(
      'answers',
      '{"id":1,"answers":{"kontrak":"contract-later"},"indicators":["no-contract","loan-collateral"]}',
    )
    expect(line.indicators.map((sign: { id: string }) => sign.id)).toEqual([
      'contract-later',
      'loan-collateral',
      'no-contract',
    ])
  })

  test.each([
    ['nope', 'expected one JSON object'],
    ['[]', 'expected object'],
    ['{"id":1}', 'expected "answers" or "indicators"'],
    ['{"indicators":[]}', 'id: expected a string or a number'],
    ['{"id":1,"indicators":"sihir"}', 'indicators: expected array'],
    ['{"id":1,"answers":{"visa":3}}', 'answers.visa: expected string'],
  ])('names the bad line %s by its number, goes on, and says so in its exit status', (bad, message) => {
    const { lines, stderr, status } = door('answers', `${bad}\n{"id":2,"indicators":[]}\n`)
    expect(lines).toHaveLength(1)
    expect(stderr).toContain(`line 1: ${message}`)
    expect(status).toBe(1)
  })

  test('leaves unknown ids out, says which, and judges the rest', () => {
    const { lines, stderr, status } = door(
      'answers',
      '{"id":1,"indicators":["sihir","told-to-lie"],"answers":{"planet":"mars","visa":"x"}}',
    )
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'berhenti',
      indicators: [{ id: 'told-to-lie' }],
    })
    expect(stderr.trim().split('\n')).toEqual([
      'line 1: left out: answers: no question "planet"',
      'line 1: left out: answers.visa: no option "x"',
      'line 1: left out: indicators: no sign "sihir"',
    ])
    expect(status).toBe(1)
  })

  test('shows which words of a message gave a sign', () => {
    const [line] = judged('messages', '{"id":1,"text":"Nanti bilang aja mau LIBURAN ya"}\n')
    expect(line.indicators[0]).toEqual({
      id: 'told-to-lie',
      strength: 'strong',
      matched: 'bilang aja mau LIBURAN',
    })
  })

  test('says when a message is longer than what it reads', () => {
    const { stderr, status } = door('messages', JSON.stringify({ id: 1, text: 'x '.repeat(60_000) }))
    expect([stderr, status]).toEqual(['line 1: left out: text: read only its first 100000 characters\n', 1])
  })

  test('takes a byte order mark, CRLF, separators inside a text and a last line without an end', () => {
    const input = '\ufeff{"id":1,"text":"halo"}\r\n{"id":2,"text":"a\u2028b"}\r\n\r\n{"id":3,"text":"c"}'
    expect(door('messages', input)).toMatchObject({ status: 0, stderr: '' })
    expect(judged('messages', input).map(line => line.id)).toEqual([1, 2, 3])
  })

  test('ends quietly when its reader has seen enough', () => {
    const run = spawnSync(
      'bash',
      ['-o', 'pipefail', '-c', 'node_modules/.bin/node site/cli/check.ts answers | head -1'],
      { input: '{"id":1,"indicators":[]}\n'.repeat(50_000), encoding: 'utf8' },
    )
    expect(run.stdout.split('\n').filter(Boolean)).toHaveLength(1)
    expect([run.stderr, run.status]).toEqual(['', 0])
  })

  test('prints every rule with its words and sources', () => {
    const rules = JSON.parse(door('rules').stdout)
    expect(rules.indicators.map((sign: { id: string }) => sign.id)).toEqual(indicators.map(sign => sign.id))
    expect(
      rules.indicators.every(
        (sign: { label: string; sources: { url: string }[] }) => sign.label && sign.sources[0]?.url,
      ),
    ).toBe(true)
  })

  test('says how it is used when it is not told what to do', () => {
    expect(door('apa')).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('a line of a stream', () => {
  async function* chunks(...list: (string | number[])[]) {
    for (const part of list) yield typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part)
  }

  async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
    const list: T[] = []
    for await (const item of items) list.push(item)
    return list
  }

  test('is put together from pieces, also in the middle of a character', async () => {
    const lines = await all(linesOf(chunks('a', [0xc3], [0xa9, 0x0d], '\nb\n\nc')))
    expect(lines).toEqual([
      { number: 1, text: 'aé' },
      { number: 2, text: 'b' },
      { number: 3, text: '' },
      { number: 4, text: 'c' },
    ])
  })

  test('that is longer than memory should hold is dropped, and the next one is read', async () => {
    const long = 'x'.repeat(MAX_LINE / 4)
    const lines = await all(linesOf(chunks(long, long, long, long, 'y\nz')))
    expect(lines).toEqual([
      { number: 1, text: null },
      { number: 2, text: 'z' },
    ])
  })
})
