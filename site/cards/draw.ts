import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type MeasuredNode, Renderer } from '@takumi-rs/core'
import { type Card, cardNode, cardSize, drawings, titleBox, titleSizes } from './card.ts'

const font = createRequire(import.meta.url).resolve(
  '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
)

const images = Object.entries(drawings).map(([src, svg]) => ({ src, data: Buffer.from(svg) }))
const options = { ...cardSize, format: 'png', images } as const

let opened: Promise<Renderer> | null = null

async function open(): Promise<Renderer> {
  const renderer = new Renderer()
  // The one font of the site: no font of the machine is used.
  await renderer.registerFont({ name: 'Plus Jakarta Sans', data: await readFile(font) })
  return renderer
}

/** Whether a measured text is no wider and no higher than it may be: nothing of it is cut. */
export function fits(node: MeasuredNode | undefined, width: number, height: number): boolean {
  return node !== undefined && node.height <= height && node.runs.every(run => run.x + run.width <= width)
}

/** The largest of the title's font sizes, in pixels, at which a card shows it whole; null where none does. */
export async function titleSize(card: Card): Promise<number | null> {
  opened ??= open()
  const renderer = await opened
  for (const size of titleSizes) {
    const { children } = await renderer.measure(cardNode(card, size), options)
    if (fits(children[0], titleBox.width, titleBox.height)) return size
  }
  return null
}

/** The picture of a card, PNG of `cardSize`; a title too long for any size is left out rather than cut. */
export async function drawCard(card: Card): Promise<Buffer> {
  const size = await titleSize(card)
  opened ??= open()
  const renderer = await opened
  const whole = size === null ? { ...card, title: card.line, line: '' } : card
  return renderer.render(cardNode(whole, size ?? titleSizes[2]), options)
}
