import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_MESSAGE, readMessage } from '#src/risk/message/read-message.ts'
import ownAdverts from '../../fixtures/adverts-own.json' with { type: 'json' }
import adverts from '../../fixtures/adverts.json' with { type: 'json' }
import { variantOf } from '../../fixtures/variants.ts'

const levelOf = (text: string) => readMessage(text).assessment.level
const flagged = (list: readonly { text: string }[]) =>
  list.filter(advert => levelOf(advert.text) !== 'belum-terlihat')
const suspicious = adverts.filter(advert => advert.label === 'suspicious')
const legit = adverts.filter(advert => advert.label === 'legit')

describe('the development set of adverts', () => {
  const variants = adverts.flatMap(advert =>
    Array.from({ length: 20 }, (_, number) => ({ advert, text: variantOf(advert.text, number) })),
  )
  const kept = variants.filter(({ advert, text }) => levelOf(text) === levelOf(advert.text))
  console.info(
    [
      `               flagged  not flagged`,
      `suspicious     ${flagged(suspicious).length}       ${suspicious.length - flagged(suspicious).length}`,
      `legitimate     ${flagged(legit).length}        ${legit.length - flagged(legit).length}`,
      `variants that keep their level: ${kept.length} of ${variants.length}`,
    ].join('\n'),
  )

  test('at most two suspicious ones are missed', () => {
    expect(suspicious.length - flagged(suspicious).length).toBeLessThanOrEqual(2)
  })

  test('at most one legitimate one is flagged', () => {
    expect(flagged(legit).length).toBeLessThanOrEqual(1)
  })

  test('at least 90 % of 20 variants of each keep their level', () => {
    expect(kept.length / variants.length).toBeGreaterThanOrEqual(0.9)
  })
})

describe('a second set, written to be unlike the first', () => {
  const labelled = (label: string) => ownAdverts.filter(advert => advert.label === label)

  test('at least 95 % of the suspicious ones are flagged', () => {
    const list = labelled('suspicious')
    expect(flagged(list).length / list.length).toBeGreaterThanOrEqual(0.95)
  })

  test('at most 5 % of the legitimate ones are: news, warnings and journeys offer no job', () => {
    const list = labelled('legit')
    expect(flagged(list).length / list.length).toBeLessThanOrEqual(0.05)
  })

  test.each([
    'Hati hati penipuan dan calo! Kami resmi, minat inbox, pakai visa turis',
    'Bukan modus penipuan ya kak, banyak korban di tempat lain. Slot 3, pakai visa turis',
  ])('a warning in an advert does not clear it: "%s"', text => {
    expect(readMessage(text).signs).toContain('visit-visa')
  })
})

describe('what counts and what does not', () => {
  const spoken: [string, string][] = [
    ['bilang aja mau liburan', 'told-to-lie'],
    ['B1L4NG 4J4 M4U L1BUR4N', 'told-to-lie'],
    ['b i l a n g mau l i b u r a n', 'told-to-lie'],
    ['pake v\u200bisa tur\u200bis gpp', 'visit-visa'],
    ['𝐩𝐚𝐤𝐚𝐢 𝐯𝐢𝐬𝐚 𝐭𝐮𝐫𝐢𝐬', 'visit-visa'],
    ['ijasah asli ditahan dulu', 'papers-held'],
    ['hp dikumpulin di leader', 'phone-held'],
    ['nyebrang naik speedboat malam', 'unofficial-route'],
    ['biaya 15.000.000 per orang', 'placement-fee'],
    ['biaya Rp 15 juta', 'placement-fee'],
    ['fee $1.200', 'placement-fee'],
    ['kontrak ttd disana', 'contract-later'],
    ['usia 17-30 th', 'under-18'],
  ]
  test.each(spoken)('"%s" is %s', (text, sign) => {
    expect(readMessage(text).signs).toContain(sign)
  })

  const denied: [string, string][] = [
    ['tidak perlu ngaku wisata', 'told-to-lie'],
    ['jangan transfer ke rekening pribadi', 'fee-to-person'],
    ['tidak bisa pakai paspor pelancong', 'visit-visa'],
    ['paspor tidak boleh ditahan', 'papers-held'],
    ['waspada lowongan admin judi online', 'scam-job'],
    ['hubungi KBRI Phnom Penh', 'closed-country'],
    ['tanpa potongan gaji', 'debt-from-wages'],
  ]
  test.each(denied)('"%s" is not %s', (text, sign) => {
    expect(readMessage(text).signs).not.toContain(sign)
  })

  test('payment to a private account under a deadline is the pattern of fraud', () => {
    expect(readMessage('slot sisa 3, transfer ke rek pribadi bu ani').signs).toContain(
      'private-account-deadline',
    )
  })

  test('the marked place is the place in the text as it was pasted', () => {
    const text = 'Kak!! \u200bp4sp0r asli ditahan ya 🙏'
    const [match] = readMessage(text).matches
    expect(text.slice(match?.start, match?.end)).toBe('p4sp0r asli ditahan')
  })

  test('a message is never certain unless it is enough to stop', () => {
    expect(readMessage('halo, apa kabar').assessment.certainty).toBe('kurang')
  })
})

describe('hostile input', () => {
  const nasty = oneof(
    string({ unit: 'binary', maxLength: 400 }),
    array(
      constantFrom(
        'bilang ',
        'visa ',
        '🔥',
        '\u202e',
        '\u200d',
        '9'.repeat(40),
        'a ',
        '|',
        '$',
        '1.',
        'kontrak nanti ',
        '@',
      ),
      { maxLength: 300 },
    ).map(parts => parts.join('')),
  )

  test('of any shape is read, and every mark lies inside the text', () => {
    assert(
      property(nasty, text =>
        readMessage(text).matches.every(
          match => match.start >= 0 && match.start < match.end && match.end <= text.length,
        ),
      ),
      { numRuns: process.env.SLOW ? 5000 : 200 },
    )
  })

  test('of megabytes is read at both its ends, in the right places, and says so', () => {
    const filling = 'x '.repeat(MAX_MESSAGE)
    const told = 'bilang liburan'
    const text = `${told} ${filling}${told} ${filling}${told}`
    const { cut, matches } = readMessage(text)
    expect(cut).toBe(true)
    expect(matches.map(({ start, end }) => [start, text.slice(start, end)])).toEqual([
      [0, told],
      [text.length - told.length, told],
    ])
  })

  test('that is cut joins no words across the cut', () => {
    const rest = 'x '.repeat(MAX_MESSAGE).slice(0, MAX_MESSAGE / 2 - 'bilang '.length)
    const [begin, end] = [`${rest}bilang `, `liburan${rest}`]
    expect(readMessage(`${begin}${end}`)).toMatchObject({ cut: false, matches: [{ sign: 'told-to-lie' }] })
    expect(readMessage(`${begin}y y y ${end}`)).toMatchObject({ cut: true, matches: [] })
  })

  const long = [
    'bilang ',
    'visa turis ',
    'a',
    'a ',
    '1.',
    'transfer ke rek ',
    '\u0301',
    'jangan bilang ',
  ].map(part => [part, part.repeat(Math.ceil(40_000 / part.length))] as const)
  test.each(long)('40,000 characters of "%s" take time that grows linearly', (part, text) => {
    const time = (sample: string) => {
      const start = performance.now()
      readMessage(sample)
      return performance.now() - start
    }
    time(text)
    const [half, whole] = [time(text.slice(0, 20_000)), time(text)]
    expect(whole, part).toBeLessThan(Math.max(half * 5, 400))
  })
})
