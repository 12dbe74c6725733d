import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { indicators } from '#src/risk/indicators.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'

/** Runs the reviewer's door as a partner does. */
function door(command: string, input = '') {
  const run = spawnSync('node_modules/.bin/node', ['site/cli/check.ts', command], { input, encoding: 'utf8' })
  return { ...run, lines: run.stdout.split('\n').filter(Boolean) }
}

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
        certainty: 'cukup',
        indicators: [{ id: 'high-pay', strength: 'weak', matched: null }],
        ruleset: rulesetVersion,
      },
    ])
    expect(status).toBe(0)
  })

  test('names a bad line by its number, goes on, and says so in its exit status', () => {
    const { lines, stderr, status } = door(
      'answers',
      'nope\n{"id":1,"indicators":["sihir"]}\n{"id":2,"indicators":[]}\n',
    )
    expect(lines).toHaveLength(1)
    expect(stderr).toContain('line 1: expected one JSON object')
    expect(stderr).toContain('line 2: indicators: no sign "sihir"')
    expect(status).toBe(1)
  })

  test('shows which words of a message gave a sign', () => {
    const { lines } = door('messages', '{"id":1,"text":"Nanti bilang aja mau LIBURAN ya"}\n')
    const [first] = JSON.parse(lines[0] ?? '{}').indicators
    expect(first).toEqual({ id: 'told-to-lie', strength: 'strong', matched: 'bilang aja mau LIBURAN' })
  })

  test('prints every rule with its words and sources', () => {
    const { signs } = JSON.parse(door('rules').stdout)
    expect(signs.map((sign: { id: string }) => sign.id)).toEqual(indicators.map(sign => sign.id))
    expect(
      signs.every(
        (sign: { label: string; sources: { url: string }[] }) => sign.label && sign.sources[0]?.url,
      ),
    ).toBe(true)
  })

  test('says how it is used when it is not told what to do', () => {
    expect(door('apa')).toMatchObject({ status: 2, stdout: '' })
  })
})
