import { describe, expect, test } from 'vitest'
import { qrPath } from '#cms/accounts/qr.ts'

/** The modules that a path draws: `true` is dark. */
function drawn(text: string): boolean[][] {
  const { path, size } = qrPath(text)
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    grid[Number(y)]?.fill(true, Number(x), Number(x) + Number(run))
  return grid
}

describe('a QR code', () => {
  const text = 'otpauth://totp/Berangkat%20Aman%3Auji@contoh.go.id?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

  test('has a light margin of four modules on every side', () => {
    const grid = drawn(text)
    const columns = grid.map((_, x) => grid.map(row => row[x]))
    const edges = [grid, columns].flatMap(lines => [...lines.slice(0, 4), ...lines.slice(-4)])
    expect(edges.flat().some(Boolean)).toBe(false)
  })

  test('has a finder pattern in three of its corners', () => {
    const grid = drawn(text)
    const end = grid.length - 4 - 7
    const cut = (x: number, y: number) =>
      grid.slice(y, y + 7).map(row =>
        row
          .slice(x, x + 7)
          .map(isDark => (isDark ? '#' : '.'))
          .join(''),
      )
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
    expect([cut(4, 4), cut(end, 4), cut(4, end)]).toEqual([finder, finder, finder])
    expect(cut(end, end)).not.toEqual(finder)
  })

  test('grows with its text, and differs for another text of the same length', () => {
    expect(qrPath(text.repeat(3)).size).toBeGreaterThan(qrPath(text).size)
    expect(qrPath(`${text.slice(0, -1)}A`).path).not.toBe(qrPath(text).path)
  })
})
