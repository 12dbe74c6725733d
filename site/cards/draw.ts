import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type MeasuredNode, Renderer } from '@takumi-rs/core'
import { type Card, cardNode, cardSize, drawings, largest, type Part, partNames, parts } from './card.ts'

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

function renderer(): Promise<Renderer> {
  opened ??= open()
  return opened
}

/** Whether a measured text is no wider and no higher than its box: nothing of it is cut. */
function fits(node: MeasuredNode | undefined, box: { width: number; height: number }): boolean {
  if (node === undefined || node.height > box.height) return false
  return node.runs.every(run => run.x + run.width <= box.width)
}

async function sizeOf(card: Card, part: Part): Promise<number | null> {
  for (const size of parts[part].sizes) {
    const { children } = await (await renderer()).measure(
      cardNode(card, { ...largest, [part]: size }),
      options,
    )
    if (fits(children[partNames.indexOf(part)], parts[part])) return size
  }
  return null
}

/** The largest font size at which a card shows each part whole, in pixels; null for what fits at none. */
export async function sizesOf(card: Card): Promise<Record<Part, number | null>> {
  const [title, line, note, host] = await Promise.all([
    sizeOf(card, 'title'),
    sizeOf(card, 'line'),
    sizeOf(card, 'note'),
    sizeOf(card, 'host'),
  ])
  return { title, line, note, host }
}

/** The picture of a card, PNG of `cardSize`. What is too long for any size is left out rather than cut. */
export async function drawCard(card: Card): Promise<Buffer> {
  const found = await sizesOf(card)
  const shown = { ...card }
  const sizes = { ...largest }
  for (const part of partNames) {
    if (found[part] === null) shown[part] = ''
    sizes[part] = found[part] ?? largest[part]
  }
  return (await renderer()).render(cardNode(shown, sizes), options)
}
