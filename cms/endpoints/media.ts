import { mkdirSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import type { Env } from '#cms/env.ts'
import { dataPolicy } from './security-headers.ts'
import { sendFile, servedFile } from './served-file.ts'
import type { Target } from './target.ts'

/**
 * Media files by their address `/media/<file>`, as the CMS stored them. Nothing in them can act as a page of ours. Resolves to
 * false, and has not answered, where there is no such file.
 */
export function mediaFiles(env: Pick<Env, 'mediaDir'>) {
  mkdirSync(env.mediaDir, { recursive: true })
  return async (request: IncomingMessage, response: ServerResponse, target: Target): Promise<boolean> => {
    const name = target.path.slice('/media/'.length)
    if (name === '' || name.includes('/') || name.startsWith('.')) return false
    const file = path.join(env.mediaDir, name)
    // Looked up on every request: uploads come and go while the server runs.
    const stats = await stat(file).catch(() => null)
    if (!stats?.isFile()) return false
    const own: Record<string, string> = { 'Content-Security-Policy': dataPolicy, 'Cache-Control': 'no-cache' }
    if (name.toLowerCase().endsWith('.pdf')) own['Content-Disposition'] = 'attachment'
    return sendFile(request, response, servedFile(file, stats), own)
  }
}
