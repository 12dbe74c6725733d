import type { Call, Calls } from '#src/content/calls.ts'
import type { Level } from '#src/risk/assess.ts'
import type { Place } from '#src/risk/where.ts'

/** Levels of which there is a picture: one of `belum-terlihat` would be shown around as a proof. */
type PicturedLevel = Exclude<Level, 'belum-terlihat'>

/** The words on the card. */
export type PictureWords = Readonly<{
  title: string
  lines: readonly string[]
  help: string
  foot: string
  level: PicturedLevel
}>

type Numbers = Readonly<{
  calls: Calls
  told: Place
  /** Whether the words are those for someone abroad. */
  abroad: boolean
  /** The sure number of a mission where the reader is. */
  mission: Call | null
  /** "In Indonesia:". */
  here: string
}>

/** The numbers on the card: one to dial each, not broken over two rows; 110 counts in Indonesia only, and is named so. */
export function numbersFor({ calls, told, abroad, mission, here }: Numbers): string {
  const dial = (list: readonly Call[]) => list.filter(({ href }) => href.startsWith('tel:'))
  const away = dial([...(mission ? [mission] : []), ...calls.abroad]).map(call => call.text)
  const home = dial(calls.here).map(call => (told === 'home' ? call.text : `${here} ${call.text}`))
  const both = abroad ? [...away, ...home] : [...home, ...away]
  return (told === 'abroad' ? away : both).map(line => line.replaceAll(' ', '\u00a0')).join(' · ')
}

const WIDTH = 1080
const MARGIN = 72
const colours: Readonly<Record<PicturedLevel, string>> = {
  berhenti: '#9c1f14',
  'periksa-dulu': '#7a4b00',
}
/** Signs that fit; a card is no report. */
const LINES = 6

/** The words of `text` in rows that fit into `width` pixels. */
export function rowsOf(text: string, width: number, measure: (text: string) => number): string[] {
  const rows: string[] = []
  for (const word of text.split(' ')) {
    const longer = rows.length === 0 ? word : `${rows.at(-1)} ${word}`
    if (rows.length > 0 && measure(longer) <= width) rows[rows.length - 1] = longer
    else rows.push(word)
  }
  return rows
}

type Row = Readonly<{ text: string; font: string; height: number; colour: string; before: number }>

function layOut(pen: CanvasRenderingContext2D, words: PictureWords): Row[] {
  const block = (text: string, size: number, weight: number, colour: string, before: number): Row[] => {
    const font = `${weight} ${size}px system-ui, sans-serif`
    pen.font = font
    const rows = rowsOf(text, WIDTH - 2 * MARGIN, part => pen.measureText(part).width)
    return rows.map((row, at) => ({
      text: row,
      font,
      height: size * 1.3,
      colour,
      before: at === 0 ? before : 0,
    }))
  }
  return [
    ...block(words.title, 72, 800, colours[words.level], 0),
    ...words.lines.slice(0, LINES).flatMap(line => block(`• ${line}`, 40, 500, '#16302d', 28)),
    ...block(words.help, 40, 700, '#16302d', 56),
    ...block(words.foot, 30, 400, '#4a5f5c', 40),
  ]
}

/**
 * Draws the result as a card on the phone and saves it as a PNG. Nothing is sent.
 * @throws Error when the browser cannot draw or encode it.
 */
export async function savePicture(words: PictureWords): Promise<void> {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  const rows = layOut(pen, words)
  canvas.width = WIDTH
  canvas.height = Math.ceil(rows.reduce((sum, row) => sum + row.height + row.before, 2 * MARGIN + 24))
  pen.fillStyle = '#fffdf7'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = colours[words.level]
  pen.fillRect(0, 0, canvas.width, 24)
  pen.textBaseline = 'top'
  let top = MARGIN + 24
  for (const row of rows) {
    top += row.before
    pen.font = row.font
    pen.fillStyle = row.colour
    pen.fillText(row.text, MARGIN, top)
    top += row.height
  }
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('no picture')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = 'hasil-periksa.png'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
