import { createHash } from 'node:crypto'
import type { Node } from '@takumi-rs/core'
import { mark } from '#src/look/drawings.ts'

/** What the picture of a shared link says. All of it is on the page too; there are no figures on it. */
export type Card = {
  /** Small line above the title: section, topic or area. */
  line: string
  title: string
  site: string
  /** Whose site it is not, where nobody official runs it; else null. */
  note: string | null
  /** Name of the host under which the site is. */
  host: string
}

/** Size of the picture in pixels, as WhatsApp and others show it whole. */
export const cardSize = { width: 1200, height: 630 } as const

/** Space for the title, in pixels, and the font sizes that are tried in turn until it fits. */
export const titleBox = { width: 1056, height: 262 } as const
export const titleSizes = [84, 76, 68, 60, 52, 46, 40] as const

/** The same for the line above it, which stays one line. */
export const lineBox = { width: 1056, height: 46 } as const
export const lineSizes = [32, 28, 24, 20] as const

/** Font sizes of the two, in pixels. */
export type Sizes = { title: number; line: number }

const colours = {
  ground: '#063b38',
  text: '#f4ecd9',
  quiet: '#bfd3c8',
  accent: '#f0bf62',
  wave: '#3f8f82',
  clay: '#b5532a',
} as const

const svg = (width: number, height: number, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`

const boat = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size / 48})"><path d="${mark.sail}" fill="${colours.accent}"/>` +
  `<path d="${mark.weave}" fill="none" stroke="${colours.ground}" stroke-width="1.7"/>` +
  `<path d="${mark.hull}" fill="${colours.text}"/><path d="${mark.gem}" fill="${colours.ground}"/></g>`

/** A line of waves from edge to edge, crests 60 pixels apart. */
const waves = (y: number, shift: number, opacity: number) =>
  `<path d="M${-60 + shift} ${y}${'q15 -14 30 0t30 0'.repeat(22)}" fill="none" stroke="${colours.wave}" stroke-width="6" stroke-linecap="round" opacity="${opacity}"/>`

/** The drawings, by the name under which the layout shows them. */
export const drawings = {
  mark: svg(64, 64, boat(0, 0, 64)),
  sea: svg(
    1200,
    190,
    `<circle cx="1118" cy="92" r="52" fill="${colours.clay}"/>${boat(905, 0, 150)}` +
      waves(142, 0, 1) +
      waves(164, 30, 0.75) +
      waves(186, 0, 0.5),
  ),
} as const

const text = (content: string, style: Node['style']): Node => ({ type: 'text', text: content, style })
const box = (style: Node['style'], children: Node[]): Node => ({ type: 'container', style, children })
const drawing = (src: keyof typeof drawings, width: number, height: number, style: Node['style']): Node => ({
  type: 'image',
  src,
  width,
  height,
  style,
})

/** The layout of a card. Title and line are its first two children, to be measured. */
export function cardNode(card: Card, sizes: Sizes): Node {
  const at = (left: number, top: number): Node['style'] => ({ position: 'absolute', left, top })
  return box(
    {
      position: 'relative',
      width: cardSize.width,
      height: cardSize.height,
      backgroundColor: colours.ground,
      color: colours.text,
      fontFamily: 'Plus Jakarta Sans',
    },
    [
      text(card.title, {
        ...at(72, 196),
        width: titleBox.width,
        fontSize: sizes.title,
        fontWeight: 800,
        lineHeight: 1.1,
        letterSpacing: -sizes.title / 40,
      }),
      text(card.line, {
        ...at(72, 136),
        width: lineBox.width,
        fontSize: sizes.line,
        fontWeight: 700,
        color: colours.accent,
      }),
      drawing('mark', 64, 64, at(72, 44)),
      text(card.site, { ...at(152, 54), fontSize: 34, fontWeight: 700 }),
      drawing('sea', 1200, 190, at(0, 440)),
      text(card.note ?? '', { ...at(72, 478), fontSize: 26, fontWeight: 500, color: colours.quiet }),
      text(card.host, { ...at(72, 514), fontSize: 26, fontWeight: 700, color: colours.quiet }),
    ],
  )
}

/**
 * Address of a card's picture. The name is a hash of all that is drawn, so the file never changes; it lies among the files
 * with hashed names, which are kept for readers of earlier releases.
 */
export function cardPath(card: Card): string {
  const largest = cardNode(card, { title: titleSizes[0], line: lineSizes[0] })
  const drawn = JSON.stringify([largest, titleBox, titleSizes, lineBox, lineSizes, drawings])
  return `/_a/kartu-${createHash('sha256').update(drawn).digest('hex').slice(0, 12)}.png`
}

/** What the picture shows, in words. */
export const cardText = (card: Card): string =>
  [card.site, `${card.line}: ${card.title}`, card.note].filter(Boolean).join('. ')

const key = Symbol.for('berangkat-aman.cards')
type Queue = { [key]?: Map<string, Card> }

/** Cards that the pages of this build show, by address. Pages are rendered in the process that draws afterwards. */
export function askedCards(): Map<string, Card> {
  const shared = globalThis as Queue
  shared[key] ??= new Map()
  return shared[key]
}

/** Asks for the picture of a card. @returns its address */
export function askForCard(card: Card): string {
  const address = cardPath(card)
  askedCards().set(address, card)
  return address
}
