import { encode } from 'uqr'

/** Light modules around the code, without which scanners do not find it (ISO/IEC 18004). */
const quietZone = 4

/**
 * A QR code as one SVG path: runs of dark modules in a square of `size` × `size` units, quiet zone included. To be drawn dark
 * on white.
 * @throws RangeError when the text is longer than a QR code holds.
 */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  const rows = data.map((row, y) => {
    const modules = row.map(isDark => (isDark ? '#' : ' ')).join('')
    return [...modules.matchAll(/#+/g)].map(
      ({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`,
    )
  })
  return { size, path: rows.flat().join('') }
}
