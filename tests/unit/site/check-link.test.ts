import { describe, expect, test } from 'vitest'
import { answeredSelf, notesOf, onOwnPath } from '#site/islands/check/link-notes.ts'
import type { FormView } from '#site/islands/check/types.ts'
import { startOf } from '#site/islands/check/walk-start.ts'
import { resources } from '#src/i18n/t.ts'
import { assessAnswers } from '#src/risk/answers.ts'
import { nextAsked, pathOf } from '#src/risk/flow.ts'
import { readFragment, RESULT } from '#src/risk/fragment.ts'
import { indicators } from '#src/risk/indicators.ts'
import { questionOf, questions, situation } from '#src/risk/questions.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'

/** A link as it was read. */
function read(text: string) {
  const parsed = readFragment(`#v=${rulesetVersion}&${text}`)
  if (parsed.kind !== 'state') throw new Error(`not a link: ${text}`)
  return parsed
}
const follow = (text: string) => startOf(read(text), situation.id, {})
const view = { text: resources.id.check, questions: [], ruleset: rulesetVersion } as unknown as FormView
const harmless = (id: string) => questionOf(id)?.options.find(option => !option.sign && !option.unknown)?.id
/** Harmless answers to these questions, as a link has them. */
const mild = (ids: readonly string[]) => ids.map(id => `${id}=${harmless(id)}`).join('&')

describe('a link that brings signs and answers no question', () => {
  test('opens no result but a stop, asks, and keeps the sign', () => {
    for (const { id } of indicators)
      for (const rest of ['', '&dari=pesan', '&ln-gaji=dibayar', '&penampungan=bebas']) {
        const { place, extra, answers } = follow(`tanda=${id}${rest}&di=hasil`)
        const isStop = assessAnswers({}, [id]).level === 'berhenti'
        expect([id, rest, place]).toEqual([id, rest, isStop ? RESULT : situation.id])
        expect([extra, answers]).toEqual([[id], {}])
      }
  })

  test('is named at every result that does not say to stop, until the sign is taken back', () => {
    const signs = indicators.map(sign => sign.id).filter(id => assessAnswers({}, [id]).level !== 'berhenti')
    expect(signs).toContain('high-pay')
    for (const sign of signs) {
      let { answers, link, extra } = follow(`tanda=${sign}&di=hasil`)
      for (const id of pathOf({})) {
        answers = { ...answers, [id]: harmless(id) }
        link = answeredSelf(link, answers, extra, id)
      }
      const said = link && notesOf(view, link, { place: RESULT, answers, extra, openOnly: true })
      expect([sign, said]).toEqual([sign, [resources.id.check.fromLink.replace('{{count}}', '1')]])
      const none = link && notesOf(view, link, { place: RESULT, answers, extra: [], openOnly: true })
      expect(none).toEqual([])
    }
  })
})

describe('answers of a link that are not of the reader’s path', () => {
  test('are dropped, so that they are asked when the path changes', () => {
    for (const place of situation.options.map(option => option.id)) {
      const path: readonly string[] = pathOf({ posisi: place })
      const others = questions.map(({ id }) => id).filter(id => !path.includes(id))
      expect(others.length).toBeGreaterThan(0)
      const { answers } = follow(`posisi=${place}&${mild(others)}&di=posisi`)
      expect(answers).toEqual({ posisi: place })
    }
  })

  test('are dropped when the reader goes on by another path, and the link has been dealt with', () => {
    const abroad = { posisi: 'di-luar-negeri' }
    const start = follow(`posisi=di-luar-negeri&${mild(pathOf(abroad).slice(1))}&di=posisi`)
    const brought = start.link?.brought ?? []
    let answers = onOwnPath({ ...start.answers, posisi: 'belum' }, brought)
    expect(answers).toEqual({ posisi: 'belum' })
    let link = answeredSelf(start.link, answers, [], 'posisi')
    expect(link?.brought).toEqual([])
    for (const id of pathOf(answers)) {
      answers = { ...answers, [id]: harmless(id) }
      link = answeredSelf(link, answers, [], id)
    }
    expect(link).toBeNull()
  })

  test('stay where they give a sign, and the link stays with them', () => {
    const start = follow(`posisi=belum&ln-jam=bad-conditions&${mild(['penampungan'])}&di=posisi`)
    let { answers, link } = start
    for (const id of pathOf(answers)) {
      answers = { ...answers, [id]: harmless(id) }
      link = answeredSelf(link, answers, [], id)
    }
    expect(assessAnswers(answers).level).not.toBe('belum-terlihat')
    expect(link?.brought).toEqual(['ln-jam'])
  })

  test('given by the reader himself stay', () => {
    const own = { posisi: 'belum', penampungan: 'bebas' }
    expect(onOwnPath(own, [])).toEqual(own)
    expect(startOf(read('posisi=belum&penampungan=bebas&di=posisi'), 'posisi', { walk: 1 }).answers).toEqual(
      own,
    )
  })
})

describe('a link to a question', () => {
  test('that leaves others out asks them after the last one', () => {
    const { answers, openOnly, place } = follow('posisi=belum&di=disuruh')
    expect(place).toBe('disuruh')
    const given = { ...answers, disuruh: 'tidak' }
    expect(nextAsked(given, 'disuruh', openOnly)).toBe('negara')
    const all = Object.fromEntries(pathOf(given).map(id => [id, harmless(id)]))
    expect(nextAsked(all, 'disuruh', openOnly)).toBeNull()
    expect(nextAsked(all, 'posisi', false)).toBe('negara')
  })

  test('that is not on its path opens the start, also where it brings an answer to it', () => {
    expect(follow('posisi=belum&ln-jam=bad-conditions&di=ln-jam').place).toBe('posisi')
  })
})
