/**
 * Rupiah per unit, rounded to the order of magnitude that a judgement "far above usual pay" needs; never shown to anyone.
 */
const rupiah: Readonly<Record<string, number>> = {
  rp: 1,
  idr: 1,
  usd: 16_000,
  us: 16_000,
  dolar: 16_000,
  dollar: 16_000,
  $: 16_000,
  usdt: 16_000,
  sgd: 12_000,
  cad: 11_500,
  nzd: 9500,
  bnd: 12_000,
  baht: 480,
  bd: 43_000,
  omr: 42_000,
  kwd: 53_000,
  pln: 4200,
  lira: 400,
  aud: 10_500,
  rm: 3500,
  myr: 3500,
  ringgit: 3500,
  sar: 4300,
  riyal: 4300,
  real: 4300,
  aed: 4400,
  dirham: 4400,
  yen: 105,
  jpy: 105,
  won: 11,
  krw: 11,
  hkd: 2000,
  nt: 500,
  ntd: 500,
  twd: 500,
  eur: 17_000,
  euro: 17_000,
}
const scale: Readonly<Record<string, number>> = {
  ribu: 1e3,
  rb: 1e3,
  k: 1e3,
  juta: 1e6,
  jt: 1e6,
  jeti: 1e6,
  jta: 1e6,
}

/** A placeholder word for an amount: under Rp1 million, under 15, or more. Patterns speak of these. */
export type MoneyWord = 'uangkecil' | 'uangbesar' | 'uangtinggi'

/** `15.000.000`, `1,200`, `4,5` → a number; null when it is none. Absurdly long digits give null. */
export function numberOf(text: string): number | null {
  if (!/^\d[\d.,]{0,17}$/.test(text)) return null
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(text)
  return Number(grouped ? text.replace(/[.,]/g, '') : text.replace(',', '.').replace(/\.$/, ''))
}

/**
 * The amount that starts at `words[at]`, over at most three words (`rp 15 juta`, `15jt`, `usd 900`, `$1.200`, `900 dolar`).
 * @returns the placeholder, how many words it took and the rupiah, or null when no money starts there
 */
export function moneyAt(
  words: readonly string[],
  at: number,
): Readonly<{ word: MoneyWord; length: number; amount: number }> | null {
  const first = /^(rp|rm|usd|us\$|\$|sgd|aud|idr|nt)?(\d[\d.,]*)(\p{L}*)$/u.exec(words[at] ?? '')
  let unit = first?.[1] ?? null
  let digits = first?.[2] ?? null
  let suffix = first?.[3] ?? ''
  let length = 1
  if (!digits && Object.hasOwn(rupiah, words[at] ?? '')) {
    const next = /^(\d[\d.,]*)(\p{L}*)$/u.exec(words[at + 1] ?? '')
    unit = words[at] ?? null
    digits = next?.[1] ?? null
    suffix = next?.[2] ?? ''
    length = 2
  }
  if (!digits) return null
  let value = numberOf(digits)
  if (value === null) return null
  for (let more = 0; more < 2; more += 1) {
    const candidate = suffix || (words[at + length] ?? '')
    if (Object.hasOwn(scale, candidate)) value *= scale[candidate] ?? 1
    else if (!unit && Object.hasOwn(rupiah, candidate)) unit = candidate
    else break
    if (suffix) suffix = ''
    else length += 1
  }
  if (suffix) return null
  const amount = value * (rupiah[unit?.replace('us$', 'usd') ?? 'rp'] ?? 1)
  // A bare small number is an age, a date or a count.
  if (!unit && amount < 100_000) return null
  return { word: amount >= 15e6 ? 'uangtinggi' : amount >= 1e6 ? 'uangbesar' : 'uangkecil', length, amount }
}
