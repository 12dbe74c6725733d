/** One number as people write it: digits in groups, the first of which may stand in brackets, with a `+` at most in front. */
const oneNumber = /^(?:\+\d{1,4}|\(\+?\d{1,5}\)|\d+)(?:[\s.-]{0,3}\(?\d+\)?)*$/

/** Telephone: a country code, an area or mobile code with its 0, or a short number that begins with 1. */
const callable = /^(?:\+[1-9]\d{6,14}|0\d{6,13}|1\d{2,6})$/

/** WhatsApp of Indonesia: a mobile number with its 0, or any with the country code. A landline with its 0 is no WhatsApp. */
const indonesian = /^(?:\+?62[1-9]\d{6,12}|08\d{7,12})$/

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

/** Whether `number` is what `wa.me` takes: digits alone that begin with a country code, 8 to 15 of them. */
export const isWhatsapp = (number: string): boolean => /^[1-9]\d{7,14}$/.test(number)

/** What `wa.me` takes for a WhatsApp number of Indonesia as people write it, or null where it is none. */
export function whatsappDigits(written: string): string | null {
  const given = written.trim()
  const number = digits(given)
  if (!isOne(given) || !indonesian.test(number)) return null
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
