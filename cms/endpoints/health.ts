import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { root } from '#cms/env.ts'
import type { ServerState } from '#cms/server-state.ts'
import { storageFolders, unwritable } from '#cms/storage.ts'
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

const isSiteServed = ({ develop, gone, release }: ServerState) =>
  develop !== null || (release !== null && gone !== null)

/**
 * Answers `/healthz`: 200 while pages of the site are served, 503 otherwise. `ready`: whether CMS, tips and desk are served
 * too. `unwritable`: what cannot be written. Nothing in it is secret or about a person.
 */
export async function sendHealth(response: ServerResponse, state: ServerState): Promise<void> {
  const isServed = isSiteServed(state)
  const places = await unwritable(storageFolders(state.env))
  if (!isServed) response.setHeader('Retry-After', '5')
  sendJson(response, isServed ? 200 : 503, {
    ready: isServed && state.phase === 'ready',
    phase: state.phase,
    unwritable: places,
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

/** Answers `/readyz`: 200 when everything is served and can be written, tips too; 503 otherwise, with what is missing. */
export async function sendReadiness(response: ServerResponse, state: ServerState): Promise<void> {
  const places = await unwritable(storageFolders(state.env))
  const isReady = state.phase === 'ready' && isSiteServed(state) && places.length === 0
  if (!isReady) response.setHeader('Retry-After', '5')
  sendJson(response, isReady ? 200 : 503, { ready: isReady, phase: state.phase, unwritable: places })
}
