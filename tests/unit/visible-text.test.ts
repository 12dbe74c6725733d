import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visibleText } from '#src/visible-text.ts'

/** Written with escapes: nothing unseen stands in this file. */
const shown: [string, string, string][] = [
  ['a turn of direction', 'tidak\u202Ebayar', 'tidak⟦U+202E⟧bayar'],
  [
    'isolates and marks of direction',
    '\u2066a\u2069\u200E\u200F\u061C',
    '⟦U+2066⟧a⟦U+2069⟧⟦U+200E⟧⟦U+200F⟧⟦U+061C⟧',
  ],
  ['controls', 'a\u0000b\u001B[31m\u0085\u007F', 'a⟦U+0000⟧b⟦U+001B⟧[31m⟦U+0085⟧⟦U+007F⟧'],
  ['a lonely carriage return', 'a\rb', 'a⟦U+000D⟧b'],
  ['what has no width', 'a\u200Bb\u2060c\uFEFFd\u00ADe', 'a⟦U+200B⟧b⟦U+2060⟧c⟦U+FEFF⟧d⟦U+00AD⟧e'],
  ['joiners between letters', 'a\u200Cb\u200Dc', 'a⟦U+200C⟧b⟦U+200D⟧c'],
  ['separators of lines and annotations', '\u2028\u2029\uFFF9\uFFFB', '⟦U+2028⟧⟦U+2029⟧⟦U+FFF9⟧⟦U+FFFB⟧'],
  ['fillers that look like nothing', '\u3164\u2800\uFFA0', '⟦U+3164⟧⟦U+2800⟧⟦U+FFA0⟧'],
  ['hidden tags', '\u{E0041}\u{E007F}', '⟦U+E0041⟧⟦U+E007F⟧'],
  ['half of a pair', 'a\uD83Db', 'a⟦U+D83D⟧b'],
  ['tags that follow a flag', '🏴\u{E0067}', '🏴⟦U+E0067⟧'],
  ['a joiner after a picture with nothing to join', '👩\u200Dx', '👩⟦U+200D⟧x'],
  ['marks piled on one letter', `X${'\u0346\u034A'.repeat(175)}Y`, `X${'\u0346\u034A'.repeat(3)}⟦+344⟧Y`],
  ['marks piled on nothing', '\u0336'.repeat(7), `${'\u0336'.repeat(6)}⟦+1⟧`],
  ['marks piled on a picture', `👩${'\u20DD'.repeat(9)}`, `👩${'\u20DD'.repeat(6)}⟦+3⟧`],
  ['more selectors than a picture has', '❤\uFE0F\uFE0F', '❤\uFE0F⟦U+FE0F⟧'],
]
const kept: [string, string][] = [
  ['lines and tabs', 'satu\n\tdua'],
  ['Arabic and Chinese', 'السلام عليكم 你好'],
  ['letters with marks', 'Nguyễn, naïve, ꦧꦱꦗꦮ'],
  ['Vietnamese, written apart', 'Nguyễn Thị Ngọc ẩn ậ'.normalize('NFD')],
  ['Thai', 'ปิ่นที่น้ำผู้'],
  ['Devanagari', 'क्षेत्रीय र्त्स्न्याँ'],
  ['Arabic with harakat', 'السَّلَامُ عَلَيْكُمْ اللّٰهِ'],
  ['Hebrew with points and accents', 'בְּרֵאשִׁ֖ית לִּ֔֗'],
  ['Burmese, five on a letter', 'လျှော့ မြွှေ့'],
  ['Khmer, Tibetan, Javanese', 'ស្ត្រី བསྒྲུབས ꦏꦿꦶꦱ꧀'],
  ['a family', '👨\u200D👩\u200D👧\u200D👦'],
  ['a heart and a hand with a colour', '❤\uFE0F 👍🏽 👩🏽\u200D⚕\uFE0F'],
  ['a telephone drawn as text', '☎\uFE0E'],
  ['flags and boxed digits', '🇮🇩 3\uFE0F\u20E3'],
  ['mathematics and brackets', '2 × 3 ⟦x⟧ < & >'],
]

describe('a text of somebody else', () => {
  test.each(shown)('shows %s', (_, text, expected) => {
    expect(visibleText(text)).toBe(expected)
  })

  test.each(kept)('keeps %s', (_, text) => {
    expect(visibleText(text)).toBe(text)
  })

  test('keeps its lines when they were written elsewhere', () => {
    expect(visibleText('satu\r\ndua')).toBe('satu\ndua')
  })

  test('holds nothing that turns, hides or is half a pair, whatever it was, and is not marked twice', () => {
    const obeyed: [number, number][] = [
      [0x00, 0x08],
      [0x0b, 0x1f],
      [0x7f, 0x9f],
      [0x061c, 0x061c],
      [0x200b, 0x200c],
      [0x200e, 0x200f],
      [0x2028, 0x202e],
      [0x2060, 0x206f],
      [0xd800, 0xdfff],
      [0xfeff, 0xfeff],
      [0xe0000, 0xe007f],
    ]
    const isObeyed = (sign: string) =>
      obeyed.some(([from, to]) => from <= (sign.codePointAt(0) ?? 0) && (sign.codePointAt(0) ?? 0) <= to)
    const unit = fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code))
    const near = fc.constantFrom(
      '\u202E',
      '\u200D',
      '👩',
      '\uFE0F',
      '\uD83D',
      '\uDC69',
      '3',
      '\u20E3',
      '\r',
      '\n',
      '\u0346'.repeat(5),
      '\u20DD'.repeat(4),
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(unit, near)), units => {
        const once = visibleText(units.join(''))
        expect([...once].filter(isObeyed)).toEqual([])
        expect(once).not.toMatch(/\p{M}{7}/u)
        expect(visibleText(once)).toBe(once)
      }),
    )
  })

  test('of 256 KiB takes no noticeable time', () => {
    const start = performance.now()
    visibleText('\u202E👩\u200D'.repeat(50_000))
    visibleText('\u0346'.repeat(256 * 1024))
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
