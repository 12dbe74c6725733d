import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ReleaseManifest, releaseManifestSchema } from '#cms/jobs/manifest.ts'
import { refuse } from './front.ts'
import { sendFile } from './served-file.ts'
import { servedFolder } from './served-folder.ts'
import type { Target } from './target.ts'

/** A built site that can answer. */
export type Release = {
  manifest: ReleaseManifest
  /**
   * Answers a GET or HEAD; an address that the release does not have gets its 404 page.
   * @throws FrontError 404 where it has no such page either.
   */
  serve: (request: IncomingMessage, response: ServerResponse, target: Target) => Promise<void>
}

/** Hashed names: what they hold never changes. */
const hashed = /^\/(?:_a|pagefind\/(?:fragment|index))\//
const openData = /^\/data\/.*\.(?:csv|json|atom)$/
const unkept = /^\/(?:en\/)?lapor\//

/** Opens the release in `folder`. `assetsFolder` has the hashed files of this and of earlier releases. */
export function openRelease(folder: string, assetsFolder: string): Release {
  const manifest = releaseManifestSchema.parse(JSON.parse(readFileSync(`${folder}.json`, 'utf8')))
  const pages = servedFolder(folder)
  const assets = servedFolder(assetsFolder)

  /** What an answer says besides the file: whether it is kept, what it may do, who may read it. */
  const headersOf = (address: string): Record<string, string> => {
    // A script of an earlier release has no policy, and works.
    if (hashed.test(address)) {
      const policy = manifest.policies[address]
      const keeping = { 'Cache-Control': 'public, max-age=31536000, immutable' }
      return policy ? { ...keeping, 'Content-Security-Policy': policy } : keeping
    }
    return {
      'Cache-Control': unkept.test(address) ? 'no-store' : 'no-cache',
      'Content-Security-Policy': manifest.policies[address] ?? manifest.filePolicy,
      ...(openData.test(address)
        ? { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }
        : {}),
    }
  }

  const sendNotFound = async (request: IncomingMessage, response: ServerResponse, target: Target) => {
    const names = target.path.startsWith('/en/') ? ['/en/404/index.html', '/404.html'] : ['/404.html']
    const name = names.find(address => pages.has(address))
    const file = name && pages.get(name)
    if (!file) throw refuse('not-found')
    const own = { ...headersOf(name), 'Cache-Control': 'no-store' }
    if (!(await sendFile(request, response, file, own, 404))) throw refuse('not-found')
  }

  const serve: Release['serve'] = async (request, response, target) => {
    const address = target.path.endsWith('/') ? `${target.path}index.html` : target.path
    const file = (hashed.test(address) ? assets : pages).get(address)
    if (!file && !target.path.endsWith('/') && pages.has(`${target.path}/index.html`)) {
      const location = `${encodeURI(target.path)}/${target.search}`
      response.writeHead(308, { Location: location, 'Cache-Control': 'no-cache', 'Content-Length': 0 }).end()
      return
    }
    if (file && (await sendFile(request, response, file, headersOf(address)))) return
    await sendNotFound(request, response, target)
  }
  return { manifest, serve }
}
