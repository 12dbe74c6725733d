import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { chunksOf } from '#site/integrations/lean-pages.ts'
import { builtFile, builtPages, isServed } from '#tests/helpers/built-site.ts'

const FIRST_BYTES = 14_000
const SCRIPT = 24_000
const FIRST_SCRIPT = 20_000

/** Bytes as the server sends them: brotli, quality 11. */
const brotliSize = (text: string) => brotliCompressSync(text).length
const read = async (address: string) => (isServed(address) ? builtFile(address).toString('utf8') : null)
const pageAt = (address: string) => {
  const page = builtPages().find(candidate => candidate.address === address)
  if (!page) throw new Error(`${address} is not built`)
  return page
}

describe.each(['/periksa/', '/en/periksa/'])('%s on the wire', address => {
  test('is at most 14 kB of HTML and CSS before any script', () => {
    expect(brotliSize(pageAt(address).html)).toBeLessThanOrEqual(FIRST_BYTES)
  })

  test('has at most 24 kB of script, 20 kB of it before the walk can begin, in files named for preloading', async () => {
    const { document } = pageAt(address)
    const entries = [...document.querySelectorAll('script[type="module"][src]')].map(
      script => script.getAttribute('src') ?? '',
    )
    const sizeOf = async (chunks: readonly string[]) => {
      const sizes = await Promise.all(chunks.map(async chunk => brotliSize((await read(chunk)) ?? '')))
      return sizes.reduce((sum, size) => sum + size, 0)
    }
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
