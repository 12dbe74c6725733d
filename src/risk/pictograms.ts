import type { PictogramId } from './indicator.ts'

/**
 * The pictograms of the warning signs, drawn for this project: one path each on a 48 × 48 ground, stroke 2.5, round ends
 * and corners, no fill. They are used on page, card and poster alike.
 */

/** A circle as path data. */
const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

/** A rectangle with rounded corners as path data. */
const box = (x: number, y: number, w: number, h: number, r: number) =>
  `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}z`

/** Head and shoulders standing on `foot`. */
const person = (x: number, head: number, foot: number) =>
  `${circle(x, head, 6)}M${x - 10} ${foot}v-3c0-6 4-9 10-9s10 3 10 9v3`

/** The letters Rp, about 14 wide and 14 high, from their top left corner. */
const rp = (x: number, y: number) =>
  `M${x} ${y + 11}v-11h3.2a3.1 3.1 0 0 1 0 6.2h-3.2M${x + 3.2} ${y + 6.2}l3 4.8M${x + 9} ${y + 4.5}v9M${x + 9} ${y + 5.5}c2.5-1.8 5-.5 5 2s-2.5 3.8-5 2`

/** Path data of every pictogram by its id; wrap it in a `<path>` on a 48 × 48 view box. */
export const pictograms: Readonly<Record<PictogramId, string>> = {
  lie: `${person(13, 24, 44)}M23 4h22v16H35l-6 6v-6h-6zM30 8.5l8 7M38 8.5l-8 7`,
  visa: `${box(9, 4, 30, 40, 4)}M22 35c2.5-6 3-10 2-15M24 20c-2-4.5-7-5.5-9.5-2.5M24 20c2-4.5 7-5.5 9.5-2.5M24 20c-4.5-.5-7.5 2-7.5 6M24 20c4.5-.5 7.5 2 7.5 6M16 37h16`,
  closed: `${circle(24, 24, 19)}M5 24h9M34 24h9M24 5c5 3.5 7.5 9 8 15M24 43c-5-3.5-7.5-9-8-15M24 5c-3.5 2.5-6 6-7 10M24 43c3.5-2.5 6-6 7-10M10.5 10.5l27 27`,
  switch: `M8 44V32c0-6 4-10 10-10h22M32 13l9 9-9 9M8 24v-3M8 16v-2M4 3.5l8 7M12 3.5l-8 7`,
  boat: `M5 28h38l-5 9H11zM14 28v-7h11l6 7M36 4a7.5 7.5 0 1 0 7 11.5A9 9 0 0 1 36 4zM4 43.5c3-2.5 6-2.5 9 0s6 2.5 9 0 6-2.5 9 0 6 2.5 9 0 3-2 4-2.3`,
  contract: `M10 4h18l10 10v30H10zM28 4v10h10M17 15h5M18 24l12 12M30 24L18 36`,
  hidden: `M5 19L24 5l19 14M9 17v27h30V17M18.5 25a5.5 5.5 0 1 1 8 5c-1.8 1-2.5 2-2.5 4M24 38.5v.01`,
  person: `${circle(19, 12, 7)}M5 44v-8c0-7 6-11 14-11 3 0 6 .6 8.5 2${box(26, 32, 18, 12, 2)}M31 32v-3h8v3M26 38h18`,
  licence: `M25 33H7a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3h34a3 3 0 0 1 3 3v10M11 14h17M11 21h10${circle(36, 30, 7.5)}M33 27l6 6M39 27l-6 6M32 37l-2 8 6-3 6 3-2-8`,
  search: `${circle(20, 20, 15)}M31 31l13 13M15 15l10 10M25 15L15 25`,
  office: `M24 5L6 15h36zM11 20v14M19.5 20v14M28.5 20v14M37 20v14M6 39h36M4 45L44 4`,
  intern: `M24 7L3 16l21 9 21-9zM12 20v11c0 5 24 5 24 0V20M45 16v13M18 43h12`,
  scam: `${box(8, 6, 32, 25, 3)}M3 38h42l-3 5H6zM27 10v9.5a4.5 4.5 0 1 1-9 0M18 19.5l-2.5 2M25 10h4`,
  pay: `${circle(17, 29, 14)}${rp(10, 23)}M39 30V7M33 13l6-6.5 6 6.5`,
  promise: `M4 5h40v28H26l-9 9v-9H4zM24 10l2.7 5.5 6 .8-4.4 4.2 1.1 6L24 23.7l-5.4 2.8 1.1-6-4.4-4.2 6-.8z`,
  passport: `${box(14, 3, 20, 27, 3)}${circle(24, 13, 4.5)}M20 24h8M4 36h7c4 0 5 2.5 9 2.5h7a2.8 2.8 0 0 1 0 5.5H17M29 40l11-6.5c3-1.6 5 2 2.5 3.8L31 45`,
  money: `${box(4, 9, 40, 23, 3)}${circle(24, 20.5, 5.5)}M10.5 20.5h.01M37.5 20.5h.01M8 38h32M12 44h24`,
  deadline: `${circle(24, 27, 16)}M24 17v10l7 4M18 4h12M24 4v7M38 9l4 4M10 9l-4 4`,
  phone: `M28 7.5A3.5 3.5 0 0 0 24.5 4h-13A3.5 3.5 0 0 0 8 7.5v33a3.5 3.5 0 0 0 3.5 3.5h13a3.5 3.5 0 0 0 3.5-3.5V34M15 38.5h6M19 12h26v15H34l-6 5.5V27h-9zM26 19.5h.01M32 19.5h.01M38 19.5h.01`,
  papers: `M21 34H7a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3h28a3 3 0 0 1 3 3v6M11 14h16M11 21h9${box(25, 27, 19, 16, 2.5)}M29.5 27v-4a5 5 0 0 1 10 0v4M34.5 34v3`,
  debt: `${circle(17, 31, 14)}${rp(10, 25)}M29 18l3-3a4.3 4.3 0 0 1 6 6l-2 2M34 11l3-3a4.3 4.3 0 0 1 6 6l-2.5 2.5`,
  family: `${circle(13, 11, 5.5)}${circle(35, 11, 5.5)}M3 38v-9c0-5 4-8 10-8 3 0 6 1 7.5 2.5M45 38v-9c0-5-4-8-10-8-3 0-6 1-7.5 2.5${circle(24, 30, 4)}M16 45c0-5 3-8 8-8s8 3 8 8`,
  threat: `M24 3l5 7.5 8.5-3.5.5 9 8 2.5-5 7.5 5 7-8 3 0 9-8.5-3L24 45l-5.5-3-8.5 3V36l-8-3 5-7-5-7.5 8-2.5.5-9L19 10.5zM24 16v11M24 34v.01`,
  locked: `${box(5, 5, 38, 38, 3)}M13.5 5v38M34.5 5v38${circle(24, 18, 5)}M14 38c0-8 4-12 10-12s10 4 10 12`,
  secret: `M20 40.5A18.5 18.5 0 1 1 28 40.5M16 17v2M32 17v2M15 29h4M29 29h4M21 44.5V25a3 3 0 0 1 6 0v19.5`,
  child: `${circle(15, 14, 7)}M4 44v-8c0-6 4-10 11-10s11 4 11 10v8M30.5 9l4-3v15${circle(41.2, 9.2, 3.2)}${circle(41.2, 17.2, 4)}M38 27v15M32 36.5l6 6 6-6`,
  identity: `M24 38H6a3 3 0 0 1-3-3V11a3 3 0 0 1 3-3h36a3 3 0 0 1 3 3v4${circle(14, 19, 4.5)}M7 31c0-4 3-6 7-6s7 2 7 6M28 16h9M28 23h4M43 21l4 4-15 16-6 2 2-6z`,
  bride: `${circle(16, 31, 12)}${circle(32, 31, 12)}M16 19l-5-8 3-5h4l3 5zM11 11h10`,
  organ: `M19 5C9 5 4 14 4 24s5 19 13 19c5.5 0 8-4.5 7-9-1-4 0-6.5 1.5-10C28.5 17 28 5 19 5zM24 33c5 0 8 3 8 11M38 6v14M31 13h14`,
  wages: `M5 16V39a4 4 0 0 0 4 4h31a3 3 0 0 0 3-3V17a3 3 0 0 0-3-3H8a3.5 3.5 0 0 1 0-8h30v8M43 24h-9a4.5 4.5 0 0 0 0 9h9M12 24l8 8M20 24l-8 8`,
  hours: `M41 17A18.5 18.5 0 1 0 42.5 26M43 6v11.5H31.5M24 13v11l8 5`,
  conditions: `M4 22L24 5l20 17M9 18v25h30V18M24 12l-5 9 8 5-5 9 3 8M15 43v-8`,
}
