import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dialled, isSameNumber, whatsappDigits } from '#src/content/written-number.ts'
import { contactHref } from '#site/components/office/contact-words.ts'

describe('a telephone number as people write it', () => {
  test.each([
    ['(0352) 3574930', '03523574930'],
    ['0352-3574930', '03523574930'],
    ['+62 352 3574930', '+623523574930'],
    ['(+62) 811-1234-567', '+628111234567'],
    [' 021 5551234 ', '0215551234'],
    ['0811.1234.567', '08111234567'],
    ['1500 668', '1500668'],
    ['110', '110'],
  ])('%s is called as %s', (written, number) => {
    expect(dialled(written)).toBe(number)
  })

  test.each([
    '+++++',
    '-----',
    '()',
    '',
    '0352 3574930 / 3574931',
    '0352 3574930, 3574931',
    '0352 3574930 0352 3574931',
    '+62 352 3574930 +62 352 3574931',
    '+62 (0)352 3574930',
    '3574930',
    '62352 3574930',
    '0352 3574930 ext 12',
    'hubungi kami',
    '++62 352 3574930',
  ])('%s is not one number, and no link', written => {
    expect(dialled(written)).toBeNull()
    expect(contactHref({ kind: 'telepon', value: written })).toBeNull()
  })

  test('becomes digits with at most a + before them, whatever is written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d ()+.-]{1,30}$/), written => {
        expect(dialled(written) ?? '110').toMatch(/^\+?\d{3,15}$/)
        expect(whatsappDigits(written) ?? '62811').toMatch(/^[1-9]\d{4,14}$/)
      }),
    )
  })
})

describe('a WhatsApp number as people write it', () => {
  test.each([
    ['0811-3595-000', '628113595000'],
    ['+62 811 3595 000', '628113595000'],
    ['62811 3595 000', '628113595000'],
    ['+62 282 541234', '62282541234'],
  ])('%s leads to %s', (written, number) => {
    expect(whatsappDigits(written)).toBe(number)
  })

  test.each([
    '811-3595-000',
    '(0282) 541234',
    '0282-541234',
    '+60 12 345 6789',
    '110',
    '0811-3595-000 / 0812-1111-111',
    '+62 0811 3595 000',
    'WA: 0811 3595 000',
  ])('%s leads nowhere', written => {
    expect(contactHref({ kind: 'whatsapp', value: written })).toBeNull()
  })
})

describe('the number shown and the number called', () => {
  test.each([
    ['08001000', '0800-1000', true],
    ['+628118080141', '0811-8080-141', true],
    ['0215551234', '+62 21 555 1234', true],
    ['+85512813282', '+855 12 813 282', true],
    ['+85512813282', '012 813 282', true],
    ['110', '112', false],
    ['+85512813282', '+855 12 813 283', false],
    ['08001000', '0800-1000 (24 jam)', false],
    ['+628118080141', '8118080141', false],
    ['+62811', '', false],
  ])('%s and %s: %s', (tel, shown, same) => {
    expect(isSameNumber(tel, shown)).toBe(same)
  })
})
