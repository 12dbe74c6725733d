import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { inject } from 'vitest'

/** One built page: its address as a visitor types it, its text, and its parsed document. */
export interface BuiltPage {
  address: string
  html: string
  document: Document
}

/** Paths, from the site's root, of every file of the build. */
export function builtFiles(): string[] {
  const dir = inject('siteDir')
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort()
}

export function builtFile(file: string): Buffer {
  return readFileSync(path.join(inject('siteDir'), file))
}

/** Whether the build answers this address with a file or a page. */
export function isServed(address: string): boolean {
  const target = path.join(inject('siteDir'), address)
  return address.endsWith('/') ? existsSync(path.join(target, 'index.html')) : existsSync(target)
}

let pages: BuiltPage[] | undefined

/** Every page of the build, parsed once. */
export function builtPages(): BuiltPage[] {
  pages ??= builtFiles()
    .filter(file => file.endsWith('.html'))
    .map(file => {
      const html = builtFile(file).toString('utf8')
      const address = `/${file}`.replace(/\/index\.html$/, '/')
      return { address, html, document: parseHTML(html).document as unknown as Document }
    })
  return pages
}

/** Bytes of `text` as the server sends it: brotli, quality 11. */
function brotliSize(text: string, quality = 11): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length
}

/** Size of `text` as sent when it is over `budget` bytes, else null. A quick compression that fits settles it. */
export function overBudget(text: string, budget: number): number | null {
  if (brotliSize(text, 5) <= budget) return null
  const size = brotliSize(text)
  return size > budget ? size : null
}

/** Pages whose work needs a script: the privacy page removes copies from the phone. Every other page only informs. */
export function isInteractive(page: BuiltPage): boolean {
  return /^\/(?:en\/)?(?:periksa\/(?:pesan\/)?|lapor\/(?:kode\/)?|cari\/|privasi\/)$/.test(page.address)
}

/** Pages that only inform but for a choice that needs a script: to keep them for use without a connection. */
export function isKeepable(page: BuiltPage): boolean {
  return /^\/(?:en\/)?(?:bantuan\/(?!daerah\/)[\w-]+\/)?$|^\/paspor-ditolak\/$/.test(page.address)
}
