import { type Answer, meaningOf, planSearch, type SearchWords, withoutFillers, wordsOf } from './query.ts'

/** A page, or a part of one, as Pagefind describes it. */
export type FoundPage = {
  url: string
  excerpt: string
  meta: { title?: string }
  sub_results: readonly { url: string; title: string }[]
}
export type Hit = { id: string; score: number; data(): Promise<FoundPage> }

/** The part of Pagefind's browser interface that search uses. */
export type Engine = { search(query: string): Promise<{ results: readonly Hit[] }> }

/** `named`: the page whose title is what was asked, no more and no less; it stands before the answers. */
export type Found = {
  corrected: string | null
  named: FoundPage | null
  answers: readonly Answer[]
  hits: readonly Hit[]
}

/** Hits of several questions as one list: each page once, with its best score. */
async function searchAny(engine: Engine, questions: readonly string[]): Promise<Hit[]> {
  const best = new Map<string, Hit>()
  for (const question of questions) {
    for (const hit of (await engine.search(question)).results)
      if (hit.score > (best.get(hit.id)?.score ?? 0)) best.set(hit.id, hit)
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}

/** Pages that have some of the words, those with the most words first. */
async function searchSome(engine: Engine, single: readonly string[]): Promise<Hit[]> {
  const found = new Map<string, { hit: Hit; words: number }>()
  for (const word of new Set(single)) {
    for (const hit of (await engine.search(word)).results) {
      const before = found.get(hit.id)
      const better = before && before.hit.score > hit.score ? before.hit : hit
      found.set(hit.id, { hit: better, words: (before?.words ?? 0) + 1 })
    }
  }
  return [...found.values()]
    .sort((a, b) => b.words - a.words || b.hit.score - a.hit.score)
    .map(one => one.hit)
}

/** As many as are shown at first, so that no page is loaded for the order alone. */
const compared = 10

type Sorted = { named: FoundPage | null; hits: readonly Hit[] }

/** The first hits with those in front whose title has all that is asked, and of these the one with the shortest title. */
async function byTitle(hits: readonly Hit[], meaning: string, words: SearchWords): Promise<Sorted> {
  const asked = new Set(wordsOf(meaning))
  const first = await Promise.all(
    hits.slice(0, compared).map(async hit => {
      const page = await hit.data()
      const plain = withoutFillers(wordsOf(page.meta.title ?? ''), words.fillers)
      const title = new Set(wordsOf(meaningOf(plain.join(' '), words.same)))
      const length = [...asked].every(word => title.has(word)) ? title.size : Number.POSITIVE_INFINITY
      return { hit, page, length }
    }),
  )
  const sorted = first.toSorted((a, b) => (a.length === b.length ? 0 : a.length - b.length))
  const isNamed = sorted[0]?.length === asked.size
  return {
    named: (isNamed && sorted[0]?.page) || null,
    hits: [...sorted.slice(isNamed ? 1 : 0).map(one => one.hit), ...hits.slice(compared)],
  }
}

/**
 * What the site has for what a person typed: the page of that name, then the pages that the editors' list names, then what the engine finds with
 * all words, else with some of them.
 */
export async function findPages(typed: string, words: SearchWords, engine: Engine): Promise<Found> {
  const plan = planSearch(typed, words)
  const all = await searchAny(engine, plan.searches)
  const hits = all.length > 0 ? all : await searchSome(engine, plan.single)
  const { named, hits: sorted } = await byTitle(hits, plan.meaning, words)
  const answers = plan.answers.filter(answer => answer.url !== named?.url)
  return { corrected: plan.corrected, named, answers, hits: sorted }
}

/** Whether a hit is shown already as an answer. */
export const isAnswered = (page: FoundPage, answers: readonly Answer[]): boolean =>
  answers.some(answer => answer.url === page.url)
