const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BUTTON CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER LABEL LEGEND LI MAIN NAV OL OPTION P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
)
const unshown = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG'])

/** The text of each block of `root` in the order of reading, white space made one, without elements that `skip` matches. */
export function blockTexts(root: Element, skip = ':not(*)'): string[] {
  const texts: string[] = []
  let open = ''
  const close = () => {
    const text = open.replace(/\s+/g, ' ').trim()
    if (text) texts.push(text)
    open = ''
  }
  const walk = (node: Node) => {
    if (node.nodeType === 3) open += node.nodeValue ?? ''
    if (node.nodeType !== 1) return
    const element = node as Element
    const name = element.tagName.toUpperCase()
    if (unshown.has(name) || element.matches(skip)) return
    const isBlock = blocks.has(name)
    if (isBlock || name === 'BR') close()
    for (const child of element.childNodes) walk(child)
    if (isBlock) close()
  }
  walk(root)
  close()
  return texts
}

/** Sentences of one block: they end with a full stop, question or exclamation mark before white space. */
export function sentences(text: string): string[] {
  return text.split(/(?<=[.!?][”’")]*)\s+/).filter(Boolean)
}

/** Words of a sentence: runs that hold a letter or a digit. */
export function wordCount(sentence: string): number {
  return sentence.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
}

/** Attributes that are read out or shown. */
const spoken = ['alt', 'aria-label', 'title', 'placeholder', 'content']

/** Texts and spoken attributes of a document with the language that applies to each, from the nearest `lang`. */
export function textsByLanguage(document: Document): { lang: string; text: string }[] {
  const found: { lang: string; text: string }[] = []
  const add = (lang: string, text: string | null) => {
    if (text?.trim()) found.push({ lang, text: text.replace(/\s+/g, ' ').trim() })
  }
  const walk = (node: Node, inherited: string) => {
    if (node.nodeType === 3) add(inherited, node.nodeValue)
    if (node.nodeType !== 1) return
    const element = node as Element
    if (unshown.has(element.tagName.toUpperCase())) return
    const lang = element.getAttribute('lang') ?? inherited
    const isDescription = element.tagName !== 'META' || /description|title/.test(element.outerHTML)
    if (isDescription) for (const name of spoken) add(lang, element.getAttribute(name))
    for (const child of element.childNodes) walk(child, lang)
  }
  walk(document.documentElement, '')
  return found
}
