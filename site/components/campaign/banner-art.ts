import type { Banner } from '#src/content/campaign.ts'

/** One drawn shape: `tone` names a colour of the banner's palette, `line` is a stroke width (0: filled). */
export type Shape = { d: string; tone: 'sea' | 'turmeric' | 'clay' | 'pale'; line: number }

/** The ground that all banners are drawn on, in SVG user units. */
export const artSize = { width: 360, height: 150 } as const

const at = (value: number) => Math.round(value * 10) / 10

/** Plaited strips, over and under; their colours make lozenges, as in a sleeping mat. */
function anyaman(): Shape[] {
  const cell = 15
  const strokes: Record<Shape['tone'], string> = { sea: '', turmeric: '', clay: '', pale: '' }
  for (let row = 0; row < artSize.height / cell; row += 1) {
    for (let column = 0; column < artSize.width / cell; column += 1) {
      const ring = Math.abs((column % 12) - 5.5) + Math.abs(row - 4.5)
      const tone = ring < 2.5 ? 'clay' : ring < 5.5 ? 'turmeric' : ring < 8 ? 'pale' : 'sea'
      const [x, y] = [column * cell, row * cell]
      const strip = (offset: number) =>
        (row + column) % 2 === 0 ? `M${x + 1} ${y + offset}h13` : `M${x + offset} ${y + 1}v13`
      strokes[tone] += strip(4) + strip(7.5) + strip(11)
    }
  }
  return (Object.keys(strokes) as Shape['tone'][]).map(tone => ({ d: strokes[tone], tone, line: 2.2 }))
}

/** One wave line across the ground: crests `length` apart. */
function wave(y: number, length: number, height: number, shift: number): string {
  let d = `M${at(-length + shift)} ${y}`
  for (let x = -length + shift; x < artSize.width + length; x += length)
    d += `q${at(length / 4)} ${-height} ${at(length / 2)} 0t${at(length / 2)} 0`
  return d
}

/** Waves in layers under a low sun. */
function ombak(): Shape[] {
  const rows = [70, 82, 94, 106, 118, 130, 142]
  const tones = ['pale', 'sea', 'turmeric', 'sea', 'pale', 'clay', 'sea'] as const
  const sun = [46, 36, 26, 16].map(r => `M${180 - r} 64a${r} ${r} 0 0 1 ${2 * r} 0`).join('')
  return [
    { d: sun, tone: 'turmeric', line: 4 },
    ...rows.map((y, index) => ({
      d: wave(y, 60, 13, (index % 2) * 30),
      tone: tones[index] ?? 'sea',
      line: 4,
    })),
  ]
}

/** A boat with a sail of three woven strips, at (x, y), enlarged by `k`. */
function boat(x: number, y: number, k: number): { sail: string; hull: string } {
  const p = (dx: number, dy: number) => `${at(x + dx * k)} ${at(y + dy * k)}`
  const strip = (dx: number, dy: number, length: number) =>
    `M${p(dx, dy)}L${p(dx - length, dy + length)}L${p(dx - length + 3.6, dy + length + 3.6)}L${p(dx + 3.6, dy + 3.6)}z`
  return {
    sail: strip(0, -28, 13) + strip(6, -22, 13) + strip(12, -16, 11),
    hull: `M${p(-20, 0)}C${p(-14, 3.2)} ${p(16, 3.2)} ${p(22, 0)}C${p(20, 7)} ${p(14, 12)} ${p(8, 12)}L${p(-7, 12)}C${p(-13, 12)} ${p(-19, 7)} ${p(-20, 0)}z`,
  }
}

/** Three boats that leave together in daylight. */
function perahu(): Shape[] {
  const boats = [boat(84, 92, 1.5), boat(186, 84, 2.1), boat(294, 94, 1.3)]
  return [
    { d: boats.map(({ sail }) => sail).join(''), tone: 'turmeric', line: 0 },
    { d: boats.map(({ hull }) => hull).join(''), tone: 'pale', line: 0 },
    ...[114, 126, 138].map((y, index) => ({
      d: wave(y, 48, 10, index * 16),
      tone: (['sea', 'clay', 'sea'] as const)[index] ?? 'sea',
      line: 3.5,
    })),
  ]
}

const drawings: Record<Banner['pattern'], () => Shape[]> = { anyaman, ombak, perahu }

/** The drawing of a banner's pattern, as shapes on a ground of `artSize`. */
export function bannerArt(pattern: Banner['pattern']): Shape[] {
  return drawings[pattern]()
}
