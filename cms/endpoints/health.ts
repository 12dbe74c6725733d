import { createRequire } from 'node:module'
import type { ServerResponse } from 'node:http'
import type { ServerState } from '#cms/server-state.ts'
import { sendJson } from './front.ts'

const require = createRequire(import.meta.url)
const versionOf = (name: string): string => require(`${name}/package.json`).version
const versions = {
  node: process.versions.node,
  payload: versionOf('payload'),
  next: versionOf('next'),
  astro: versionOf('astro'),
}
const appVersion: string = require('../../package.json').version

/** Answers `/healthz`: 200 when everything is served, 503 before. Nothing in it is secret or about a person. */
export function sendHealth(response: ServerResponse, state: ServerState): void {
  const isReady = state.phase === 'ready'
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
