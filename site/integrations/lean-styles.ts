const words = (text: string) => new Set(text.match(/[\w-]+/g))

/**
 * The page without the rules of its inline styles that nothing on it can match: those with a class that neither its markup
 * nor its scripts name. All pages share one style sheet, and a page that has to be usable at once cannot carry all of it.
 * @param scripts sources of the page's scripts: what they may draw stays dressed
 */
export function pruneStyles(html: string, scripts: readonly string[]): string {
  const used = words([html.replace(/<style[^>]*>[\s\S]*?<\/style>/g, ''), ...scripts].join('\n'))
  const isUsed = (selector: string) =>
    [...selector.matchAll(/\.([a-z][\w-]*)/gi)].every(([, name]) => used.has(name ?? ''))
  // Innermost blocks only: what is left of an emptied @media weighs nothing. Keyframes have no class.
  return html.replace(/(<style[^>]*>)([\s\S]*?)(<\/style>)/g, (_, open: string, css: string, close: string) =>
    open.concat(
      css
        .replace(/([^{}]+)\{([^{}]*)\}/g, (rule, selectors: string, body: string) => {
          // A list inside :is() or :has() is not taken apart.
          if (selectors.includes('@') || /\([^)]*,/.test(selectors)) return rule
          const kept = selectors.split(',').filter(isUsed)
          return kept.length > 0 ? `${kept.join()}{${body}}` : ''
        })
        .replace(/@media[^{}]+\{\}/g, ''),
      close,
    ),
  )
}

/** Astro's marks of scoped styles, shortened: styles are inline, so a mark has to be unique on its page only. */
export function shortenMarks(html: string): string {
  const marks = [...new Set(html.match(/data-astro-cid-\w+/g))]
  return html.replace(/data-astro-cid-\w+/g, mark => `data-${marks.indexOf(mark).toString(36)}-`)
}
