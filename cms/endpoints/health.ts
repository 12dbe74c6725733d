import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { root } from '#cms/env.ts'
import type { ServerState } from '#cms/server-state.ts'
import { sendJson } from './front.ts'

const versionOf = (folder: string): string =>
  JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')).version
const appVersion = versionOf('.')
const versions = {
  node: process.versions.node,
  payload: versionOf('node_modules/payload'),
  next: versionOf('node_modules/next'),
  astro: versionOf('node_modules/astro'),
}

/** Answers `/healthz`: 200 when everything is served, 503 before. Nothing in it is secret or about a person. */
export function sendHealth(response: ServerResponse, state: ServerState): void {
  const isReady = state.phase === 'ready' && (state.release !== null || state.develop !== null)
  if (!isReady) response.setHeader('Retry-After', '5')
  sendJson(response, isReady ? 200 : 503, {
    ready: isReady,
    phase: state.phase,
    version: appVersion,
    versions,
    lastBuild: state.release
      ? {
          release: state.release.manifest.id,
          built: state.release.manifest.built,
          pages: state.release.manifest.pages,
        }
      : null,
  })
}
