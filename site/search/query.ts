/** A page that stands first for some words, as the browser shows it. */
export type Answer = {
  url: string
  title: string
  text: string
  /** Words that must all be asked for. */
  when: readonly string[]
  /** Words that must be all that is asked. */
  alone: readonly string[]
  /** The page is about these countries, by each of their names. */
  countries?: readonly string[]
}

/** A regency, city or province: its name without spaces and without “Kota” or “Kabupaten”, and its pages in `answers`. */
export type Place = { name: string; offices: readonly number[]; province: number | null }

/** What the browser loads with the first search, beside the engine. */
export type SearchWords = {
  /** Words of one meaning: all of them, and those that pages use, by which the engine is asked. */
  same: readonly { all: readonly string[]; used: readonly string[] }[]
  answers: readonly Answer[]
  places: readonly Place[]
  helpWords: readonly string[]
  /** What people in danger write; beside a country its numbers come first. */
  dangers: readonly string[]
  /** Words by which the page of a province comes before the offices of a place. */
  provinceWords: readonly string[]
  fillers: readonly string[]
  /** Every word of the searchable pages and of the lists, parted by spaces, the most frequent first. */
  known: string
}

export type Plan = {
  /** What is searched for, where a word was taken for a slip of the keyboard; else null. */
  corrected: string | null
  /** The words in the first words of their lines. */
  meaning: string
  /** Questions to the engine; a page found by any of them is a result. */
  searches: readonly string[]
  /** The words one by one, for when no page has all of them. */
  single: readonly string[]
  answers: readonly Answer[]
}

/** Lower-case words without signs and accents. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu) ?? []

/** At most this many readings of one question are sent to the engine. */
const mostSearches = 4

/**
 * Whether `a` becomes `b` by one slip of the keyboard: one letter wrong, missing, too many, or two neighbours swapped.
 * (Optimal string alignment distance of 1.)
 */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)]
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}

/** Shorter words have too many neighbours that mean something else. */
const shortestCorrected = 6

/** A stem has at least this many letters: of `maluku` nothing is taken away. */
const shortestStem = 4

/** The word without the ending that says whose it is: `pasporku` → `paspor`. A word that the site knows keeps its ending. */
function stem(word: string, knownSet: ReadonlySet<string>): string {
  const bare = word.replace(/(?:ku|mu|nya)$/, '')
  return bare.length >= shortestStem && !knownSet.has(word) && knownSet.has(bare) ? bare : word
}

/** The known word that was probably meant, or the word itself where it is known, begun, short, or far from all. */
function correct(word: string, known: readonly string[], knownSet: ReadonlySet<string>): string {
  if (word.length < shortestCorrected || /\d/.test(word) || knownSet.has(word)) return word
  if (known.some(one => one.startsWith(word))) return word
  const near = known.filter(one => one.length >= shortestCorrected - 1 && isOneSlip(word, one))
  return near.find(one => one[0] === word[0]) ?? near[0] ?? word
}

/** A word shares at least this many letters in a row with a known one, or the engine would guess from its first two. */
const shortestShared = 4

/** Whether the word is far from all that the site says, as what comes of striking the keys at random. */
const isFar = (word: string, known: string) =>
  /^\p{L}{4,}$/u.test(word) &&
  ![...word].some((_, at) => {
    const run = word.slice(at, at + shortestShared)
    return run.length === shortestShared && known.includes(run)
  })

/** Words with “di” written apart as one, where that is a known word and more than a name after “in”: `di tahan`. */
const joined = (words: readonly string[], knownSet: ReadonlySet<string>): string[] =>
  words.flatMap((word, at) => {
    const before = words[at - 1]
    if (word === 'di' && knownSet.has(`di${words[at + 1]}`)) return []
    return before === 'di' && knownSet.has(`di${word}`) ? [`di${word}`] : [word]
  })

/** Where `phrase` begins in `words`, -1 where it does not stand there. */
const indexOfPhrase = (words: readonly string[], phrase: readonly string[]): number =>
  words.findIndex((_, at) => phrase.every((word, index) => words[at + index] === word))

/** The parts of a question: a word as it is, or the line of `same` that it belongs to. */
type Part = { word: string; used: readonly string[] }

function partsOf(words: readonly string[], same: SearchWords['same']): Part[] {
  const phrases = same
    .flatMap(line => line.all.map(text => ({ line, phrase: wordsOf(text) })))
    .toSorted((a, b) => b.phrase.length - a.phrase.length)
  const parts: Part[] = []
  let rest = [...words]
  while (rest.length > 0) {
    const found = phrases.find(({ phrase }) => indexOfPhrase(rest.slice(0, phrase.length), phrase) === 0)
    const length = found?.phrase.length ?? 1
    const word = found?.line.all[0] ?? rest[0] ?? ''
    parts.push({ word, used: found?.line.used ?? [word] })
    rest = rest.slice(length)
  }
  return parts
}

/** A text in the first words of its lines: every spelling of one meaning gives the same. */
export const meaningOf = (text: string, same: SearchWords['same']): string =>
  partsOf(wordsOf(text), same)
    .map(part => part.word)
    .join(' ')

/** The words without those that say nothing, or all where nothing would be left. */
export function withoutFillers(words: readonly string[], fillers: readonly string[]): readonly string[] {
  const kept = words.filter(word => !fillers.includes(word))
  return kept.length > 0 ? kept : words
}

/** All ways to say the parts, the first words first, at most `mostSearches`. */
const readings = (parts: readonly Part[]): string[] =>
  parts
    .reduce<string[]>(
      (told, { used }) => {
        const next = used.flatMap(word => told.map(text => `${text} ${word}`.trim()))
        return next.slice(0, mostSearches)
      },
      [''],
    )
    .filter(text => text !== '')

type Asked = {
  list: readonly string[]
  words: ReadonlySet<string>
  isOnlyHelp(country: readonly string[]): boolean
}

/** How well an answer fits: about the number of words that it takes up; 0: not at all. */
function fitOf(answer: Answer, { words, isOnlyHelp }: Asked): number {
  const has = (phrase: readonly string[]) => phrase.length > 0 && phrase.every(word => words.has(word))
  const scores = answer.when.map(wordsOf).map(phrase => (has(phrase) ? phrase.length : 0))
  if (answer.alone.map(wordsOf).some(phrase => has(phrase) && new Set(phrase).size === words.size))
    scores.push(words.size)
  for (const country of (answer.countries ?? []).map(wordsOf)) {
    // Beside other words the country stands below the page that those words name.
    if (has(country)) scores.push(isOnlyHelp(country) ? words.size + 0.5 : 0.5)
  }
  return Math.max(0, ...scores)
}

const areaWords: ReadonlySet<string> = new Set(['kota', 'kabupaten', 'kab', 'provinsi', 'prov'])

/** The pages of the place that is asked for with nothing but words of help, best first. */
function placeAnswers({ list, words }: Asked, data: SearchWords): Answer[] {
  const name = list.filter(word => !data.helpWords.includes(word))
  const names = new Set([name.join(''), name.filter(word => !areaWords.has(word)).join('')])
  const isProvinceFirst = data.provinceWords.some(word => words.has(word))
  const places = data.places.filter(place => names.has(place.name))
  const isNamesake = (answer: Answer) => names.has(answer.url.replace(/^\/kantor\/|[/-]/g, ''))
  const at = (index: number) => data.answers[index] ?? []
  const offices = places.flatMap(place => place.offices.flatMap(at))
  const sorted = offices.toSorted((a, b) => Number(isNamesake(b)) - Number(isNamesake(a)))
  const provinces = places.flatMap(({ province }) => (province === null ? [] : at(province)))
  return isProvinceFirst ? [...provinces, ...sorted] : [...sorted, ...provinces]
}

function answersFor(parts: readonly Part[], data: SearchWords): Answer[] {
  const list = parts.flatMap(part => wordsOf(part.word))
  const words = new Set(list)
  const isDanger = data.dangers.map(wordsOf).some(phrase => phrase.every(word => words.has(word)))
  const helpWords = new Set(data.helpWords)
  const isOnlyHelp = (country: readonly string[]) =>
    isDanger || list.every(word => country.includes(word) || helpWords.has(word))
  const asked = { list, words, isOnlyHelp }
  const fitting = data.answers
    .map(answer => ({ answer, score: fitOf(answer, asked) }))
    .filter(one => one.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(one => one.answer)
  const all = [...placeAnswers(asked, data), ...fitting]
  return [...new Map(all.map(answer => [answer.url, answer])).values()]
}

/** What to ask the engine, and which pages stand first, for what a person typed. */
export function planSearch(typed: string, words: SearchWords): Plan {
  const known = words.known.split(' ')
  // A spelling that only the lists have is understood, but never what a slip is corrected to.
  const spellings = new Map(
    words.same.flatMap(({ all }) => all.flatMap(text => wordsOf(text)).map(word => [word, all[0] ?? word])),
  )
  const knownSet = new Set([...known, ...spellings.keys()])
  const pageWords = new Set(known)
  const asked = withoutFillers(joined(wordsOf(typed), knownSet), words.fillers)
  const stems = asked.map(word => stem(word, knownSet))
  const right = stems.map(word => {
    const near = correct(word, [...knownSet], knownSet)
    return near === word || pageWords.has(near) ? near : (spellings.get(near) ?? near)
  })
  const parts = partsOf(right.flatMap(wordsOf), words.same)
  const near = parts.filter(({ used }) =>
    used.some(text => !wordsOf(text).every(word => isFar(word, words.known))),
  )
  return {
    corrected: right.join(' ') === stems.join(' ') ? null : right.join(' '),
    meaning: parts.map(part => part.word).join(' '),
    searches: readings(near),
    single: near.length > 1 ? near.flatMap(part => part.used.slice(0, 1)) : [],
    answers: answersFor(parts, words),
  }
}
