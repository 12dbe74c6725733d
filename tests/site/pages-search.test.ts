import { brotliCompressSync } from 'node:zlib'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildSearchIndex } from '#site/search-index.ts'
import { builtFile, builtFiles, builtPages } from '#tests/helpers/built-site.ts'

const html = (words: string) =>
  `<html lang="id"><head><title>x</title></head><body><main data-pagefind-body><p>${words}</p></main></body></html>`

describe('the search index', () => {
  let site: string
  const put = async (file: string, content: string) => {
    await mkdir(path.dirname(path.join(site, file)), { recursive: true })
    await writeFile(path.join(site, file), content)
  }
  beforeEach(async () => {
    site = await mkdtemp(path.join(tmpdir(), 'cari-'))
  })
  afterEach(() => rm(site, { recursive: true }))

  test('leaves out tips and the check in every language, and pages that ask for it', async () => {
    await put('kantor/index.html', html('kantor'))
    for (const folder of ['lapor', 'lapor/kode', 'periksa', 'en/lapor', 'en/periksa', 'cari'])
      await put(`${folder}/index.html`, html(folder))
    await put('rahasia/index.html', html('x').replace(' data-pagefind-body', ''))
    expect(await buildSearchIndex(site)).toEqual({ pages: 1 })
  })

  test('is written without the ready-made interfaces', async () => {
    await put('kantor/index.html', html('kantor'))
    await buildSearchIndex(site)
    const files = await readdir(path.join(site, 'pagefind'))
    expect(files).toContain('pagefind.js')
    expect(files.filter(file => file.includes('ui'))).toEqual([])
  })
})

describe('the search page', () => {
  const search = () => builtPages().find(page => page.address === '/cari/')

  test('is the only page that names the search engine', () => {
    const naming = builtPages().filter(page => page.html.includes('/pagefind/'))
    expect(naming.map(page => page.address)).toEqual(['/cari/'])
  })

  test('finds the engine in the build', () => {
    expect(builtFiles()).toContain('pagefind/pagefind.js')
  })

  test('works without a script as a list of all pages', () => {
    const links = new Set(
      [...(search()?.document.querySelectorAll('main a') ?? [])].map(link => link.getAttribute('href')),
    )
    const wanted = builtPages()
      .map(page => page.address)
      .filter(address => /^\/(?!en\/|cari\/|periksa\/luring\/).+\/$/.test(address))
    expect(wanted.length).toBeGreaterThan(250)
    expect(wanted.filter(address => !links.has(address))).toEqual([])
  })

  test('says without a script that the box needs one', () => {
    expect(search()?.document.querySelector('noscript')?.textContent).toContain('perlu JavaScript')
  })

  test('says before it loads how much that is', () => {
    const size = (file: string) => brotliCompressSync(builtFile(`pagefind/${file}`)).length
    const files = ['pagefind.js', 'pagefind-worker.js', 'wasm.id.pagefind', 'kata.json']
    const kilobytes = files.reduce((sum, file) => sum + size(file), 0) / 1000
    const told = /sekitar (\d+) kB/.exec(search()?.document.querySelector('form')?.dataset.loading ?? '')
    expect(Math.abs(kilobytes - Number(told?.[1]))).toBeLessThan(30)
  })

  test('hides its form until the script runs', () => {
    expect(search()?.document.querySelector('form')?.hasAttribute('hidden')).toBe(true)
  })
})
