import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { root } from '#cms/env.ts'
import { refuse } from './front.ts'
import { deskPolicy } from './security-headers.ts'
import { sendFile } from './served-file.ts'
import { servedFolder } from './served-folder.ts'
import type { Target } from './target.ts'

/** Answers a GET or HEAD of the desk's host. @throws FrontError 404. */
export type DeskFiles = (request: IncomingMessage, response: ServerResponse, target: Target) => Promise<void>

/** The desk's files. Null until its bundle is built. */
export function deskFiles(folder = path.join(root, '.build', 'desk')): DeskFiles | null {
  if (!existsSync(path.join(folder, 'index.html'))) return null
  const files = servedFolder(folder)
  return async (request, response, target) => {
    const file = files.get(target.path === '/' ? '/index.html' : target.path)
    if (!file) throw refuse('not-found')
    const isHashed = target.path.startsWith('/assets/')
    const own = {
      'Content-Security-Policy': deskPolicy,
      'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-store',
    }
    if (!(await sendFile(request, response, file, own))) throw refuse('not-found')
  }
}
