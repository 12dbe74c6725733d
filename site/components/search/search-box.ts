import { type Engine, findPages, type FoundPage, type Hit, isAnswered } from '../../search/find.ts'
import type { Answer, SearchWords } from '../../search/query.ts'

type Pagefind = Engine & { options(options: { excerptLength: number }): Promise<void> }
type Loaded = { engine: Pagefind; words: SearchWords }

const perPage = 10
const mostParts = 3
const waitMs = 200
let loading: Promise<Loaded> | null = null

/** Loads the engine and its words with the first search, once; a failed load may be tried again. */
function load(texts: Texts): Promise<Loaded> {
  loading ??= Promise.all([
    import(/* @vite-ignore */ texts.engine) as Promise<Pagefind>,
    fetch(texts.words).then(answer => {
      if (!answer.ok) throw new Error(`${texts.words}: ${answer.status}`)
      return answer.json() as Promise<SearchWords>
    }),
  ]).then(async ([engine, words]) => {
    await engine.options({ excerptLength: 24 })
    return { engine, words }
  })
  loading.catch(() => {
    loading = null
  })
  return loading
}

/** Pagefind's excerpt as nodes: text and `<mark>` only, whatever the index holds. */
function excerptNodes(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  return [...parsed.body.childNodes].map(node => {
    const text = node.textContent ?? ''
    if (node.nodeName !== 'MARK') return document.createTextNode(text)
    const mark = document.createElement('mark')
    mark.textContent = text
    return mark
  })
}

function linkTo(url: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = url
  link.textContent = text
  return link
}

function resultItem(url: string, title: string, ...text: (string | Node)[]): HTMLLIElement {
  const item = document.createElement('li')
  const excerpt = document.createElement('p')
  excerpt.append(...text)
  item.append(linkTo(url, title), excerpt)
  return item
}

const answerItem = (answer: Answer) => resultItem(answer.url, answer.title, answer.text)

/** A page that the engine found, with links to the parts of it that fit. */
function pageItem(page: FoundPage): HTMLLIElement {
  const item = resultItem(page.url, page.meta.title ?? page.url, ...excerptNodes(page.excerpt))
  const parts = page.sub_results.filter(part => part.url.includes('#')).slice(0, mostParts)
  if (parts.length === 0) return item
  const list = document.createElement('ul')
  for (const part of parts) {
    const entry = document.createElement('li')
    entry.append(linkTo(part.url, part.title))
    list.append(entry)
  }
  item.append(list)
  return item
}

/** Addresses of the engine and its words, and what the script says, set at build in `data-` attributes of the form. */
type Texts = {
  engine: string
  words: string
  short: string
  loading: string
  none: string
  count: string
  corrected: string
  failed: string
}

/** Starts the search box: shows it, searches while one types, keeps the words in the URL fragment, which is never sent. */
export function startSearch(form: HTMLFormElement): void {
  const input = form.querySelector('input')
  const status = document.querySelector<HTMLElement>('#hasil-status')
  const list = document.querySelector<HTMLOListElement>('#hasil')
  const more = document.querySelector<HTMLButtonElement>('#hasil-lagi')
  if (!input || !status || !list || !more) return
  const texts = { ...form.dataset } as Texts
  let waiting: Hit[] = []
  let answers: readonly Answer[] = []
  let turn = 0

  const nextItems = async () => {
    const pages = await Promise.all(waiting.splice(0, perPage).map(hit => hit.data()))
    return pages.filter(page => !isAnswered(page, answers)).map(pageItem)
  }

  const showMore = async () => {
    const items = await nextItems()
    list.append(...items)
    more.hidden = waiting.length === 0
    return items[0]
  }

  const clear = (text: string) => {
    list.replaceChildren()
    more.hidden = true
    status.textContent = text
  }

  const search = async () => {
    turn += 1
    const mine = turn
    const query = input.value.trim()
    history.replaceState(null, '', query ? `#q=${encodeURIComponent(query)}` : location.pathname)
    if (query === '') return clear('')
    if (query.length < 2) return clear(texts.short)
    if (!loading) status.textContent = texts.loading
    try {
      const { engine, words } = await load(texts)
      await new Promise(resolve => setTimeout(resolve, waitMs))
      if (mine !== turn) return
      const found = await findPages(query, words, engine)
      if (mine !== turn) return
      answers = found.answers
      waiting = [...found.hits]
      const named = found.named ? [pageItem(found.named)] : []
      const items = [...named, ...answers.map(answerItem), ...(await nextItems())]
      if (mine !== turn) return
      const count = items.length + waiting.length
      const text = count === 0 ? texts.none : found.corrected ? texts.corrected : texts.count
      list.replaceChildren(...items)
      more.hidden = waiting.length === 0
      status.textContent = text
        .replace('{{count}}', String(count))
        .replace('{{query}}', () => (count > 0 && found.corrected) || query)
        .replace('{{typed}}', () => query)
    } catch {
      if (mine === turn) clear(texts.failed)
    }
  }

  form.hidden = false
  form.addEventListener('submit', event => {
    event.preventDefault()
    void search()
  })
  input.addEventListener('input', () => void search())
  more.addEventListener('click', async () => (await showMore())?.querySelector('a')?.focus())
  const searchGiven = () => {
    const given = new URLSearchParams(location.hash.slice(1)).get('q')
    if (given === null) return
    input.value = given
    void search()
  }
  // A link to other words in a tab that is open already.
  window.addEventListener('hashchange', searchGiven)
  searchGiven()
}
