/** Longest line that is held in memory, in UTF-16 units: far above any message. */
export const MAX_LINE = 16_000_000

/** One line of a stream; `text` is null when it is longer than `MAX_LINE`. */
export type Line = Readonly<{ number: number; text: string | null }>

/**
 * The lines of a UTF-8 stream, one after another, ended by LF or CRLF; the last one may lack its end. A byte order mark is
 * dropped. Other line separators of Unicode are text: JSON may hold them. No more than one line is held at a time.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder()
  let number = 0
  let parts: string[] = []
  let length = 0
  const take = (): Line => {
    number += 1
    const text = length > MAX_LINE ? null : parts.join('').replace(/\r$/, '')
    parts = []
    length = 0
    return { number, text }
  }
  const hold = (part: string) => {
    length += part.length
    if (length > MAX_LINE) parts = []
    else parts.push(part)
  }
  for await (const bytes of stream) {
    const [first = '', ...rest] = decoder.decode(bytes, { stream: true }).split('\n')
    hold(first)
    for (const part of rest) {
      yield take()
      hold(part)
    }
  }
  hold(decoder.decode())
  if (length > 0) yield take()
}
