/**
 * Everything that a screen obeys or hides instead of showing it: controls but tab and line feed, marks that turn the
 * direction of writing, characters without a shape, separators of lines and annotations, halves of a pair.
 */
const unseen = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\uFFF9-\uFFFB]/gu

const picture = '\\p{Extended_Pictographic}[\\uFE0E\\uFE0F\\p{Emoji_Modifier}]?'
/** Pictures made of several characters, and digits in a box: what joins them is part of the picture. */
const pictures = new RegExp(`(?:${picture})(?:\\u200D${picture})*|[0-9#*]\\uFE0F?\\u20E3`, 'gu')

const mark = (sign: string): string =>
  sign === '\n' || sign === '\t'
    ? sign
    : `⟦U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟧`

/** So many marks may stack on one letter. Burmese, Tibetan and pointed Hebrew need up to five; hundreds paint over the page. */
const MOST_MARKS = 6
/** More marks on one letter than any script needs. */
export const piledMarks = new RegExp(`(\\p{M}{${MOST_MARKS}})(\\p{M}+)`, 'u')
const allPiledMarks = new RegExp(piledMarks, 'gu')

/**
 * A text of somebody else, safe to show: what would be obeyed or not be seen becomes a mark such as ⟦U+202E⟧, and marks
 * piled on one letter past the sixth a number such as ⟦+344⟧. Line feeds, tabs and emoji stay; a carriage return before a line
 * feed goes. Idempotent.
 */
export function visibleText(text: string): string {
  const lines = text.replaceAll('\r\n', '\n')
  let shown = ''
  let from = 0
  for (const match of lines.matchAll(pictures)) {
    shown += lines.slice(from, match.index).replace(unseen, mark) + match[0]
    from = match.index + match[0].length
  }
  shown += lines.slice(from).replace(unseen, mark)
  return shown.replace(allPiledMarks, (_, kept: string, rest: string) => `${kept}⟦+${[...rest].length}⟧`)
}
