import { type Answer, meaningOf, planSearch, type SearchWords, wordsOf } from './query.ts'

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

export type Found = { corrected: string | null; answers: readonly Answer[]; hits: readonly Hit[] }

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

const compared = 5

/** The first hits with those in front whose title has all that is asked, and of these the one with the shortest title. */
async function byTitle(hits: readonly Hit[], meaning: string, words: SearchWords): Promise<Hit[]> {
  const asked = wordsOf(meaning)
  const first = await Promise.all(
    hits.slice(0, compared).map(async hit => {
      const title = wordsOf(meaningOf((await hit.data()).meta.title ?? '', words.same))
      const length = asked.every(word => title.includes(word)) ? title.length : Number.POSITIVE_INFINITY
      return { hit, length }
    }),
  )
  const sorted = first.toSorted((a, b) => (a.length === b.length ? 0 : a.length - b.length))
  return [...sorted.map(one => one.hit), ...hits.slice(compared)]
}

/**
 * What the site has for what a person typed: first the pages that the editors' list names, then what the engine finds with
 * all words, else with some of them.
 */
export async function findPages(typed: string, words: SearchWords, engine: Engine): Promise<Found> {
  const plan = planSearch(typed, words)
  const all = await searchAny(engine, plan.searches)
  const hits = all.length > 0 ? all : await searchSome(engine, plan.single)
  return {
    corrected: plan.corrected,
    answers: plan.answers,
    hits: await byTitle(hits, plan.meaning, words),
  }
}

/** Whether a hit is shown already as an answer. */
export const isAnswered = (page: FoundPage, answers: readonly Answer[]): boolean =>
  answers.some(answer => answer.url === page.url)
