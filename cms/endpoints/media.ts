import { mkdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'
import type { Env } from '#cms/env.ts'
import { dataPolicy } from './security-headers.ts'
import type { Target } from './target.ts'

/** Media files by their address `/media/<file>`, as the CMS stored them. Nothing in them can act as a page of ours. */
export function mediaFiles(env: Pick<Env, 'mediaDir'>) {
  mkdirSync(env.mediaDir, { recursive: true })
  // Looked up on every request: uploads come and go while the server runs.
  const files = sirv(env.mediaDir, { dev: true, etag: true, extensions: [] })
  return (request: IncomingMessage, response: ServerResponse, target: Target, onMissing: () => void) => {
    const name = target.path.slice('/media/'.length)
    if (name === '' || name.includes('/') || name.startsWith('.')) return onMissing()
    response.setHeader('Content-Security-Policy', dataPolicy)
    response.setHeader('Cache-Control', 'no-cache')
    if (name.toLowerCase().endsWith('.pdf')) response.setHeader('Content-Disposition', 'attachment')
    const address = request.url
    request.url = `/${encodeURIComponent(name)}`
    files(request, response, () => {
      request.url = address
      response.removeHeader('Content-Disposition')
      onMissing()
    })
  }
}
