import type { IndicatorId } from '#src/risk/indicators.ts'
import type { MessageMatch } from '#src/risk/message/read-message.ts'

/** A run of the text, with the signs that its words gave; none for words that gave no sign. */
type Piece = Readonly<{ text: string; at: number; signs: readonly IndicatorId[] }>

/** The text in pieces; of two matches that overlap the second gets the words that are left. Matches come sorted by their start. */
export function piecesOf(text: string, matches: readonly MessageMatch[]): Piece[] {
  const marked: { start: number; end: number; signs: IndicatorId[] }[] = []
  for (const { sign, start, end } of matches) {
    const last = marked.at(-1)
    const isSame = last && start < last.end && last.signs.includes(sign)
    if (last && (end <= last.end || isSame)) {
      last.end = Math.max(last.end, end)
      if (!isSame) last.signs.push(sign)
    } else marked.push({ start: Math.max(start, last?.end ?? 0), end, signs: [sign] })
  }
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, signs } of marked) {
    if (start > at) pieces.push({ text: text.slice(at, start), at, signs: [] })
    pieces.push({ text: text.slice(start, end), at: start, signs })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), at, signs: [] })
  return pieces
}

type Props = Readonly<{
  text: string
  matches: readonly MessageMatch[]
  /** The signs in the order in which they are listed below: a mark carries their numbers. */
  listed: readonly IndicatorId[]
  /** The word for a sign, for those who hear the number. */
  name: string
}>

/** The pasted text with the words that gave a sign marked, and the number of the sign. */
export function MarkedText({ text, matches, listed, name }: Props) {
  return (
    <p className="marked">
      {piecesOf(text, matches).map(piece =>
        piece.signs.length === 0 ? (
          piece.text
        ) : (
          <mark key={piece.at}>
            {piece.text}
            <sup>
              <span className="sr-only"> {name} </span>
              {piece.signs
                .map(sign => listed.indexOf(sign) + 1)
                .sort((a, b) => a - b)
                .join(', ')}
            </sup>
          </mark>
        ),
      )}
    </p>
  )
}
