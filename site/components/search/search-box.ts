/** The part of Pagefind's browser interface that the search page uses. */
type Found = { url: string; excerpt: string; meta: { title?: string } }
type Pagefind = {
  options(options: { excerptLength: number }): Promise<void>
  debouncedSearch(
    query: string,
    options: object,
    wait: number,
  ): Promise<{ results: { data(): Promise<Found> }[] } | null>
}

const perPage = 10
let engine: Promise<Pagefind> | null = null

/** Loads the engine with the first search, once; a failed load may be tried again. */
function load(address: string): Promise<Pagefind> {
  engine ??= (import(/* @vite-ignore */ address) as Promise<Pagefind>).then(async pagefind => {
    await pagefind.options({ excerptLength: 24 })
    return pagefind
  })
  engine.catch(() => {
    engine = null
  })
  return engine
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

function resultItem(found: Found): HTMLLIElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = found.url
  link.textContent = found.meta.title ?? found.url
  const text = document.createElement('p')
  text.append(...excerptNodes(found.excerpt))
  item.append(link, text)
  return item
}

/** The address of the engine and the words that the script shows, set at build and carried in `data-` attributes of the form. */
type Words = { engine: string; loading: string; none: string; count: string; failed: string; more: string }

/** Starts the search box: shows it, searches while one types, keeps the words in the URL fragment, which is never sent. */
export function startSearch(form: HTMLFormElement): void {
  const input = form.querySelector('input')
  const status = document.querySelector<HTMLElement>('#hasil-status')
  const list = document.querySelector<HTMLOListElement>('#hasil')
  const more = document.querySelector<HTMLButtonElement>('#hasil-lagi')
  if (!input || !status || !list || !more) return
  const words = { ...form.dataset } as Words
  let waiting: { data(): Promise<Found> }[] = []

  const showMore = async () => {
    const next = waiting.splice(0, perPage)
    const items = (await Promise.all(next.map(result => result.data()))).map(resultItem)
    list.append(...items)
    more.hidden = waiting.length === 0
    return items[0]
  }

  const search = async () => {
    const query = input.value.trim()
    history.replaceState(null, '', query ? `#q=${encodeURIComponent(query)}` : location.pathname)
    if (query.length < 2) {
      list.replaceChildren()
      more.hidden = true
      status.textContent = ''
      return
    }
    if (!engine) status.textContent = words.loading
    try {
      const answer = await (await load(words.engine)).debouncedSearch(query, {}, 200)
      if (answer === null) return
      list.replaceChildren()
      waiting = [...answer.results]
      const text = waiting.length === 0 ? words.none : words.count
      status.textContent = text.replace('{{count}}', String(waiting.length)).replace('{{query}}', query)
      await showMore()
    } catch {
      list.replaceChildren()
      more.hidden = true
      status.textContent = words.failed
    }
  }

  form.hidden = false
  form.addEventListener('submit', event => {
    event.preventDefault()
    void search()
  })
  input.addEventListener('input', () => void search())
  more.addEventListener('click', async () => (await showMore())?.querySelector('a')?.focus())
  const given = new URLSearchParams(location.hash.slice(1)).get('q')
  if (given) {
    input.value = given
    void search()
  }
}
