import type { Inline } from '#src/content/shared.ts'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that stays text in HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character] ?? '')
}

/**
 * The words of one block as HTML: bold, italic and links only, everything else escaped. Made as one string because a line
 * break of a template would put a space between a link and the full stop after it.
 */
export function inlineHtml(parts: readonly Inline[]): string {
  return parts.map(part => linked(styled(escapeHtml(part.text), part), part.href)).join('')
}

function styled(html: string, { bold, italic }: Inline): string {
  const slanted = italic ? `<em>${html}</em>` : html
  return bold ? `<strong>${slanted}</strong>` : slanted
}

function linked(html: string, href: string | undefined): string {
  if (href === undefined) return html
  const rel = href.startsWith('http') ? ' rel="noopener"' : ''
  return `<a href="${escapeHtml(href)}"${rel}>${html}</a>`
}
