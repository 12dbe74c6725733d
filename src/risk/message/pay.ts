import type { Token } from './tokens.ts'
import { CLAUSE_END } from './tokens.ts'
import { closed, gulf, whole } from './words.ts'

/**
 * Monthly pay in million rupiah that is usual for work without training, by place: the legal minimum of 2025 or, where there
 * is none, what verified job orders offered, rounded. It only serves to see what is far above it, and is never shown.
 */
const usual: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`\\b(?:${closed}|laos|vietnam|filipina|manila|golden triangle)\\b`), 5],
  [new RegExp(`\\b${gulf}\\b`), 7],
  [whole('malaysia, johor, penang, sabah, sarawak, kuala lumpur, selangor, klang, brunei'), 6],
  [whole('singapura, hong kong, macau, makau, turki, serbia, rumania, hungaria, rusia, maladewa'), 11],
  [whole('taiwan, polandia, jepang, spanyol, portugal, italia, kroasia'), 17],
  [whole('korea'), 24],
  [whole('jerman, belanda, inggris, kanada, canada, amerika, selandia, new zealand'), 37],
  [whole('australia'), 42],
]
const ELSEWHERE = 8
/** So many times the usual pay is far above it. */
const FAR_ABOVE = 2

/** Jobs that ask for a trained person: their pay is not judged. */
const trained = whole(
  `perawat, nurse, dokter, dosen, engineer, insinyur, welder, perwira, mualim, nakhoda, masinis, programmer, manager, pilot, arsitek, guru besar, chef, d3, s1, s2, phd, str, coc`,
)
const payWords = new Set('gaji komisi bersih nett hasil penghasilan sehari sebulan'.split(' '))
/** What one gets within a month, for the word of time after an amount; paid in a year: a twelfth. */
const times = new Map([
  ['jam', 200],
  ['hari', 26],
  ['sehari', 26],
  ['minggu', 4],
  ['tahun', 1 / 12],
])
/** Words before and after an amount that are looked at. */
const [BEFORE, AFTER] = [6, 3]

/** Words after which an amount is no longer the pay. */
const otherMoney = new Set(
  'biaya bayar dp potong potongan minta uangkecil uangbesar uangtinggi uang deposit'.split(' '),
)

/** Words beside token `at` in its clause: those before, nearest first, or those after. */
function beside(tokens: readonly Token[], at: number, step: 1 | -1, count: number): string[] {
  const words: string[] = []
  for (let place = at + step; words.length < count; place += step) {
    const word = tokens[place]?.word ?? CLAUSE_END
    if (word === CLAUSE_END) break
    words.push(word)
  }
  return words
}

/**
 * Tokens with a pay far above what work without training earns at the place that the message names (`text` are its
 * normalised words). None where it asks for a trained person.
 */
export function payTooHigh(tokens: readonly Token[], text: string): Token[] {
  if (trained.test(text)) return []
  const million = (usual.find(([place]) => place.test(text))?.[1] ?? ELSEWHERE) * 1e6
  return tokens.filter((token, at) => {
    if (!token.amount) return false
    const after = beside(tokens, at, 1, AFTER)
    const before = beside(tokens, at, -1, BEFORE)
    const unit = after[0] === 'per' ? after[1] : after[0]
    const named = before.find(word => payWords.has(word) || otherMoney.has(word)) ?? ''
    const isPay = payWords.has(named) || (!named && (after[0] === 'bulan' || unit === 'jam'))
    return isPay && token.amount * (times.get(unit ?? '') ?? 1) >= FAR_ABOVE * million
  })
}
