import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { chunksOf } from '#site/integrations/lean-pages.ts'
import { builtFile, builtPages, isServed } from '#tests/helpers/built-site.ts'

const FIRST_BYTES = 14_000
/** It asks where one is, too. */
const MESSAGE_FIRST_BYTES = 14_500
const SCRIPT = 36_000
const FIRST_SCRIPT = 22_000
/** The reader of messages is nearly all of it. */
const MESSAGE_SCRIPT = 56_000

/** Bytes as the server sends them: brotli, quality 11. */
const brotliSize = (text: string) => brotliCompressSync(text).length
const read = async (address: string) => (isServed(address) ? builtFile(address).toString('utf8') : null)
const pageAt = (address: string) => {
  const page = builtPages().find(candidate => candidate.address === address)
  if (!page) throw new Error(`${address} is not built`)
  return page
}
const entriesOf = (document: ReturnType<typeof pageAt>['document']) =>
  [...document.querySelectorAll('script[type="module"][src]')].map(script => script.getAttribute('src') ?? '')
const sizeOf = async (chunks: readonly string[]) => {
  const sizes = await Promise.all(chunks.map(async chunk => brotliSize((await read(chunk)) ?? '')))
  return sizes.reduce((sum, size) => sum + size, 0)
}

describe.each(['/periksa/pesan/', '/en/periksa/pesan/'])('%s on the wire', address => {
  test('is at most 14.5 kB of HTML and CSS, and 56 kB of script', async () => {
    const { html, document } = pageAt(address)
    expect(brotliSize(html)).toBeLessThanOrEqual(MESSAGE_FIRST_BYTES)
    const chunks = await chunksOf(entriesOf(document), read, () => true)
    expect(chunks.length).toBeGreaterThan(1)
    expect(await sizeOf(chunks)).toBeLessThanOrEqual(MESSAGE_SCRIPT)
  })
})

describe.each(['/periksa/', '/en/periksa/'])('%s on the wire', address => {
  test('is at most 14 kB of HTML and CSS before any script', () => {
    expect(brotliSize(pageAt(address).html)).toBeLessThanOrEqual(FIRST_BYTES)
  })

  test('has at most 36 kB of script, 22 kB of it before the walk can begin, in files named for preloading', async () => {
    const { document } = pageAt(address)
    const entries = entriesOf(document)
    const chunks = await chunksOf(entries, read)
    const all = await chunksOf(entries, read, () => true)
    expect(all.length).toBeGreaterThan(chunks.length)
    expect(await sizeOf(chunks)).toBeLessThanOrEqual(FIRST_SCRIPT)
    expect(await sizeOf(all)).toBeLessThanOrEqual(SCRIPT)
    const preloaded = [...document.querySelectorAll('link[rel="modulepreload"]')].map(link =>
      link.getAttribute('href'),
    )
    expect(preloaded.sort()).toEqual([...chunks].sort())
  })

  test('keeps in its policy only the hashes of what it has', () => {
    const policy = /content-security-policy" content="([^"]*)"/i.exec(pageAt(address).html)?.[1] ?? ''
    expect(policy.match(/'sha256-/g)?.length).toBeLessThanOrEqual(3)
  })
})
