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

/** The texts of a card: where each stands, in pixels, and the font sizes that are tried in turn until it fits its box. */
export const parts = {
  title: { left: 72, top: 196, width: 1056, height: 262, sizes: [84, 76, 68, 60, 52, 46, 40] },
  line: { left: 72, top: 136, width: 1056, height: 46, sizes: [32, 28, 24, 20] },
  note: { left: 72, top: 476, width: 800, height: 38, sizes: [26, 22, 20] },
  host: { left: 72, top: 512, width: 800, height: 38, sizes: [26, 22, 20, 16] },
} as const
export type Part = keyof typeof parts

/** A font size in pixels for each part. */
export type Sizes = Record<Part, number>

export const largest: Sizes = { title: 84, line: 32, note: 26, host: 26 }

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

type Style = NonNullable<Node['style']>
const text = (content: string, style: Style): Node => ({ type: 'text', text: content, style })
const box = (style: Style, children: Node[]): Node => ({ type: 'container', style, children })
const drawing = (src: keyof typeof drawings, width: number, height: number, style: Style): Node => ({
  type: 'image',
  src,
  width,
  height,
  style,
})

const looks = {
  title: { fontWeight: 800, lineHeight: 1.1, color: colours.text },
  line: { fontWeight: 700, color: colours.accent },
  note: { fontWeight: 500, color: colours.quiet },
  host: { fontWeight: 700, color: colours.quiet },
} as const satisfies Record<Part, Style>

export const partNames = Object.keys(parts) as Part[]

/** The layout of a card. Its first children are the parts, in the order of `partNames`, to be measured. */
export function cardNode(card: Card, sizes: Sizes): Node {
  const texts = partNames.map(name => {
    const { left, top, width } = parts[name]
    const spacing = name === 'title' ? { letterSpacing: -sizes.title / 40 } : {}
    const style = {
      position: 'absolute' as const,
      left,
      top,
      width,
      fontSize: sizes[name],
      ...looks[name],
      ...spacing,
    }
    return text(card[name] ?? '', style)
  })
  return box(
    {
      position: 'relative',
      ...cardSize,
      backgroundColor: colours.ground,
      color: colours.text,
      fontFamily: 'Plus Jakarta Sans',
    },
    [
      ...texts,
      drawing('mark', 64, 64, { position: 'absolute', left: 72, top: 44 }),
      text(card.site, { position: 'absolute', left: 152, top: 54, fontSize: 34, fontWeight: 700 }),
      drawing('sea', 1200, 190, { position: 'absolute', left: 0, top: 440 }),
    ],
  )
}

/**
 * Address of a card's picture. The name is a hash of all that is drawn, so the file never changes; it lies among the files
 * with hashed names, which are kept for readers of earlier releases.
 */
export function cardPath(card: Card): string {
  const drawn = JSON.stringify([cardNode(card, largest), parts, drawings])
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
