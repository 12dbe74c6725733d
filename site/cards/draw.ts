import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type MeasuredNode, Renderer } from '@takumi-rs/core'
import {
  type Card,
  cardNode,
  cardSize,
  drawings,
  lineBox,
  lineSizes,
  type Sizes,
  titleBox,
  titleSizes,
} from './card.ts'

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
function fits(node: MeasuredNode | undefined, box: { width: number; height: number }): boolean {
  if (node === undefined || node.height > box.height) return false
  return node.runs.every(run => run.x + run.width <= box.width)
}

/** The largest font sizes at which a card shows title and line whole; null for what fits at none. */
export async function sizesOf(card: Card): Promise<{ [part in keyof Sizes]: number | null }> {
  opened ??= open()
  const renderer = await opened
  const found: { [part in keyof Sizes]: number | null } = { title: null, line: null }
  for (const title of titleSizes) {
    const { children } = await renderer.measure(cardNode(card, { title, line: lineSizes[0] }), options)
    if (!fits(children[0], titleBox)) continue
    found.title = title
    break
  }
  for (const line of lineSizes) {
    const { children } = await renderer.measure(cardNode(card, { title: titleSizes[0], line }), options)
    if (!fits(children[1], lineBox)) continue
    found.line = line
    break
  }
  return found
}

/** The picture of a card, PNG of `cardSize`. What is too long for any size is left out rather than cut. */
export async function drawCard(card: Card): Promise<Buffer> {
  const { title, line } = await sizesOf(card)
  opened ??= open()
  const renderer = await opened
  const whole = { ...card, ...(title === null && { title: '' }), ...(line === null && { line: '' }) }
  return renderer.render(
    cardNode(whole, { title: title ?? titleSizes[0], line: line ?? lineSizes[0] }),
    options,
  )
}
