/** One number as people write it: digits in groups, the first of which may stand in brackets, with a `+` at most in front. */
const oneNumber = /^(?:\+\d{1,4}|\(\+?\d{1,5}\)|\d+)(?:[\s.-]{0,3}\(?\d+\)?)*$/

/** Telephone: a country code, an area or mobile code with its 0, or a short number that begins with 1. */
const callable = /^(?:\+[1-9]\d{6,14}|0\d{6,13}|1\d{2,6})$/

/** WhatsApp needs a whole number: with its country code, or with the 0 of Indonesia. */
const whole = /^(?:\+?[1-9]\d{8,14}|0[1-9]\d{7,12})$/

const digits = (written: string) => written.replace(/[^\d+]/g, '')
/** `+62 (0)21…` and `+62 021…` are written by habit and reach nobody. */
const isOne = (written: string) => oneNumber.test(written) && !/^\+620/.test(digits(written))

/**
 * What `tel:` takes for a telephone number as people write it (`(0352) 3574930`, `+62 811-1234`), or null where it is not one
 * number: two of them, words, or one that lacks its area code.
 */
export function dialled(written: string): string | null {
  const given = written.trim()
  if (!isOne(given)) return null
  const number = digits(given)
  return callable.test(number) ? number : null
}

/** What `wa.me` takes (country code, digits alone) for a WhatsApp number as people write it in Indonesia, or null. */
export function whatsappDigits(written: string): string | null {
  const given = written.trim()
  if (!isOne(given)) return null
  const number = digits(given)
  // Without + or 0, only Indonesia's own country code is safe to tell from a number that lacks its 0.
  if (!whole.test(number) || (/^[1-9]/.test(number) && !number.startsWith('62'))) return null
  return number.replace('+', '').replace(/^0/, '62')
}

/**
 * Whether `shown` writes the number that `tel` calls: the same digits, or one with the country code and the other with a 0
 * (`+62 811 1` and `0811-1`).
 */
export function isSameNumber(tel: string, shown: string): boolean {
  const both = [tel, shown].map(text => text.replace(/\D/g, ''))
  if (both[0] === both[1]) return true
  const national = both.find(number => number.startsWith('0'))
  const international = both.find(number => !number.startsWith('0'))
  if (!national || !international) return false
  const code = international.length - (national.length - 1)
  return international.endsWith(national.slice(1)) && code >= 1 && code <= 3
}
