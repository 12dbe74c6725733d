import type { MessageMatch } from '#src/risk/message/read-message.ts'

type Piece = Readonly<{ text: string; isMarked: boolean; at: number }>

/** The text in pieces, marked where at least one match covers it. Matches come sorted by their start. */
export function piecesOf(text: string, matches: readonly MessageMatch[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const push = (end: number, isMarked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), isMarked, at })
    at = Math.max(at, end)
  }
  for (const match of matches) {
    push(match.start, false)
    push(match.end, true)
  }
  push(text.length, false)
  return pieces
}

/** The pasted text with the words that gave a sign marked. */
export function MarkedText({ text, matches }: Readonly<{ text: string; matches: readonly MessageMatch[] }>) {
  return (
    <p className="marked">
      {piecesOf(text, matches).map(piece =>
        piece.isMarked ? <mark key={piece.at}>{piece.text}</mark> : piece.text,
      )}
    </p>
  )
}
