import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Card } from '#site/cards/card.ts'
import { writeCards } from '#site/integrations/cards.ts'

const whole = readFileSync('public/kartu.png')
const card: Card = { line: 'Uji', title: 'Uji', site: 'Berangkat Aman', note: null, host: 'contoh.go.id' }
const asked = new Map([
  ['/_a/kartu-satu.png', card],
  ['/_a/kartu-dua.png', card],
])

let root: string
let cache: string
let warnings: string[]
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'berangkat-aman-cards-'))
  cache = path.join(root, 'cache')
  warnings = []
  writeFileSync(path.join(root, 'kartu.png'), whole)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (draw: () => Promise<Buffer> = async () => whole, folder = cache) =>
  writeCards({ root, cache: folder, asked, draw, warn: line => warnings.push(line) })
const built = (name: string) => readFileSync(path.join(root, '_a', name))

describe('the pictures of links', () => {
  test('are drawn once, and lie in the cache without a half of one', async () => {
    expect(await write()).toEqual({ drawn: 2, kept: 0, general: 0 })
    expect(await write()).toEqual({ drawn: 0, kept: 2, general: 0 })
    expect(readdirSync(cache).sort()).toEqual(['kartu-dua.png', 'kartu-satu.png'])
    expect(warnings).toEqual([])
  })

  test.each([
    ['cut short', whole.subarray(0, whole.length - 1)],
    ['cut in half', whole.subarray(0, whole.length / 2)],
    ['empty', Buffer.alloc(0)],
    ['without its middle', Buffer.concat([whole.subarray(0, 100), whole.subarray(-12)])],
    ['something else', Buffer.from('<html>')],
  ])('are drawn anew where the cache holds one that is %s', async (_how, bytes) => {
    await write()
    writeFileSync(path.join(cache, 'kartu-satu.png'), bytes)
    expect(await write()).toEqual({ drawn: 1, kept: 1, general: 0 })
    expect(built('kartu-satu.png').equals(whole)).toBe(true)
    expect(readFileSync(path.join(cache, 'kartu-satu.png')).equals(whole)).toBe(true)
  })

  test('are the general one, with one warning, where none can be drawn', async () => {
    const count = await write(() => Promise.reject(new Error('no library for this machine')))
    expect(count).toEqual({ drawn: 0, kept: 0, general: 2 })
    expect(built('kartu-dua.png').equals(whole)).toBe(true)
    expect(warnings).toEqual([expect.stringContaining('no library for this machine')])
    expect(readdirSync(cache)).toEqual([])
  })

  test('are still drawn where one of them cannot be', async () => {
    let calls = 0
    const count = await write(async () => {
      calls += 1
      if (calls === 1) throw new Error('a sign that the font lacks')
      return whole
    })
    expect(count).toEqual({ drawn: 1, kept: 0, general: 1 })
  })

  test('are drawn without a cache where its folder cannot be written', async () => {
    const file = path.join(root, 'file')
    writeFileSync(file, '')
    expect(await write(undefined, path.join(file, 'cache'))).toEqual({ drawn: 2, kept: 0, general: 0 })
    expect(built('kartu-satu.png').equals(whole)).toBe(true)
    expect(warnings).toHaveLength(1)
  })
})
