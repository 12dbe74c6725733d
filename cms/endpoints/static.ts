import { existsSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import path from 'node:path'
import sirv from 'sirv'
import { root } from '#cms/env.ts'
import { refuse, sendError } from './front.ts'
import { deskPolicy } from './security-headers.ts'

/** The desk's files. Null until its bundle is built. */
export function deskFiles(): RequestListener | null {
  const folder = path.join(root, '.build', 'desk')
  if (!existsSync(path.join(folder, 'index.html'))) return null
  const files = sirv(folder, { etag: true, extensions: ['html'] })
  return (request, response) => {
    const isHashed = request.url?.startsWith('/assets/')
    response.setHeader('Content-Security-Policy', deskPolicy)
    response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-store')
    files(request, response, () => {
      response.removeHeader('Cache-Control')
      sendError(request, response, refuse('not-found'))
    })
  }
}
