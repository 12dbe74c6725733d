import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newReceipt, parseReceipt, receiptDigits, receiptWords } from '#src/crypto/receipt.ts'
import { nearWords, words } from '#src/crypto/word-index.ts'

const secret = fc.uint8Array({ minLength: 16, maxLength: 16 })
const isRefused = (typed: string) => 'problem' in parseReceipt(typed)

describe('the word list', () => {
  test('has 2,048 different words in alphabetical order', () => {
    expect(words).toHaveLength(2048)
    expect([...words].sort()).toEqual(words)
    expect(new Set(words).size).toBe(2048)
  })

  test('tells every word by its first four letters', () => {
    expect(new Set(words.map(word => word.slice(0, 4))).size).toBe(2048)
  })

  test('has words of four to eight plain letters', () => {
    expect(words.filter(word => !/^[a-z]{4,8}$/.test(word))).toEqual([])
  })
})

describe('a receipt', () => {
  test('comes back from its words and from its digits', () => {
    fc.assert(
      fc.property(secret, bytes => {
        expect(parseReceipt(receiptWords(bytes).join(' '))).toEqual({ secret: bytes })
        expect(parseReceipt(receiptDigits(bytes))).toEqual({ secret: bytes })
      }),
    )
  })

  test('has 12 words or 42 digits', () => {
    const bytes = newReceipt()
    expect([receiptWords(bytes).length, receiptDigits(bytes).length]).toEqual([12, 42])
  })

  test.each([
    ['capitals', (list: string[]) => list.join(' ').toUpperCase()],
    [
      'a numbered list on lines',
      (list: string[]) => list.map((word, index) => `${index + 1}. ${word}`).join('\n'),
    ],
    ['hyphens and commas', (list: string[]) => list.join(' - ,')],
    ['the first four letters', (list: string[]) => list.map(word => word.slice(0, 4)).join(' ')],
    ['spaces around', (list: string[]) => `  ${list.join('   ')}\t`],
  ])('is read with %s', (_, write) => {
    const bytes = newReceipt()
    expect(parseReceipt(write(receiptWords(bytes)))).toEqual({ secret: bytes })
  })

  test('in digits is read in groups', () => {
    const bytes = newReceipt()
    expect(parseReceipt(receiptDigits(bytes).replace(/(.{6})/g, '$1-'))).toEqual({ secret: bytes })
  })

  test('names the word that is not in the list, and what it may be', () => {
    const list = receiptWords(newReceipt())
    expect(parseReceipt([list[0], 'banhir', ...list.slice(2)].join(' '))).toEqual({
      problem: 'unknown-word',
      position: 2,
      word: 'banhir',
      near: ['banjir'],
    })
  })

  test('says how many words or digits came', () => {
    expect(parseReceipt('banjir banjir')).toEqual({ problem: 'count', form: 'words', got: 2 })
    expect(parseReceipt('12345')).toEqual({ problem: 'count', form: 'digits', got: 5 })
    expect(parseReceipt(' \n')).toEqual({ problem: 'empty' })
  })

  test('refuses every single wrong digit and every swap of neighbours', () => {
    const digits = [...receiptDigits(newReceipt())]
    const wrong = digits.map((digit, at) => digits.with(at, String((Number(digit) + 1) % 10)).join(''))
    const swapped = digits.slice(1).flatMap((digit, index) => {
      const before = digits[index] as string
      return digit === before
        ? []
        : [
            digits
              .with(index, digit)
              .with(index + 1, before)
              .join(''),
          ]
    })
    expect([...wrong, ...swapped].filter(typed => !isRefused(typed))).toEqual([])
  })

  test('refuses most swaps of two words by its checksum', () => {
    const swaps = Array.from({ length: 400 }, () => {
      const [first, second, ...rest] = receiptWords(newReceipt())
      return [second, first, ...rest].join(' ')
    })
    expect(swaps.filter(isRefused).length).toBeGreaterThan(340)
  })

  test('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), typed => void parseReceipt(typed)))
  })
})

describe('near words', () => {
  test.each([['banjr'], ['bannjir'], ['bajnir'], ['banjit']])('finds banjir for %s', typed => {
    expect(nearWords(typed)).toContain('banjir')
  })
})
