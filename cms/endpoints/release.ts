import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import sirv from 'sirv'
import { type ReleaseManifest, releaseManifestSchema } from '#cms/jobs/manifest.ts'
import { refuse } from './front.ts'
import type { Target } from './target.ts'

/** A built site that can answer. */
export type Release = {
  manifest: ReleaseManifest
  /** Answers a GET or HEAD; an address that the release does not have gets its 404 page. */
  serve: (request: IncomingMessage, response: ServerResponse, target: Target) => void
}

/** Hashed names: what they hold never changes. */
const hashed = /^\/(?:_a|pagefind\/(?:fragment|index))\//
const openData = /^\/data\/.*\.(?:csv|json|atom)$/
const unkept = /^\/(?:en\/)?lapor\//

/** Opens the release in `folder`. `assetsFolder` has the hashed files of this and of earlier releases. */
export function openRelease(folder: string, assetsFolder: string): Release {
  const manifest = releaseManifestSchema.parse(JSON.parse(readFileSync(`${folder}.json`, 'utf8')))
  const pages = sirv(folder, { etag: true, brotli: true })
  const assets = sirv(assetsFolder, { etag: true, brotli: true })
  const englishNotFound = '/en/404/index.html'
  const notFound = { id: readPage(folder, '/404.html'), en: readPage(folder, englishNotFound) }

  const sendNotFound = (request: IncomingMessage, response: ServerResponse, target: Target) => {
    const isEnglish = target.path.startsWith('/en/') && notFound.en !== null
    const page = (isEnglish ? notFound.en : null) ?? notFound.id
    if (!page) throw refuse('not-found')
    const isCompressed = page.brotli !== null && /\bbr\b/.test(String(request.headers['accept-encoding']))
    const bytes = (isCompressed ? page.brotli : null) ?? page.plain
    response.setHeader('Content-Security-Policy', policyOf(isEnglish ? englishNotFound : '/404.html'))
    response.writeHead(404, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': bytes.length,
      'Cache-Control': 'no-store',
      Vary: 'Accept-Encoding',
      ...(isCompressed ? { 'Content-Encoding': 'br' } : {}),
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  const policyOf = (file: string) => manifest.policies[file] ?? manifest.filePolicy

  const serve: Release['serve'] = (request, response, target) => {
    if (hashed.test(target.path)) {
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      // A script of an earlier release carries none, and works.
      const policy = manifest.policies[target.path]
      if (policy) response.setHeader('Content-Security-Policy', policy)
      assets(request, response, () => {
        response.removeHeader('Cache-Control')
        sendNotFound(request, response, target)
      })
      return
    }
    if (!target.path.endsWith('/') && manifest.policies[`${target.path}/index.html`]) {
      const location = `${encodeURI(target.path)}/${target.search}`
      response.writeHead(308, { Location: location, 'Cache-Control': 'no-cache', 'Content-Length': 0 }).end()
      return
    }
    const file = target.path.endsWith('/') ? `${target.path}index.html` : target.path
    response.setHeader('Cache-Control', unkept.test(target.path) ? 'no-store' : 'no-cache')
    response.setHeader('Content-Security-Policy', policyOf(file))
    if (openData.test(target.path)) {
      response.setHeader('Access-Control-Allow-Origin', '*')
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    }
    const type = textTypes[path.extname(file)]
    if (type) response.setHeader('Content-Type', type)
    pages(request, response, () => {
      for (const name of ['Content-Type', 'Access-Control-Allow-Origin']) response.removeHeader(name)
      sendNotFound(request, response, target)
    })
  }
  return { manifest, serve }
}

/** Types whose encoding sirv does not name. */
const textTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
}

function readPage(folder: string, address: string): { plain: Buffer; brotli: Buffer | null } | null {
  const file = path.join(folder, address)
  if (!existsSync(file)) return null
  return { plain: readFileSync(file), brotli: existsSync(`${file}.br`) ? readFileSync(`${file}.br`) : null }
}
