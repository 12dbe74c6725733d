import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Env, root } from '#cms/env.ts'
import { type Child, runTool } from './child.ts'
import { finishRelease, keepAssets, pruneAssets } from './finish-release.ts'
import { BuildFailure, kindOf } from './failure.ts'
import { gonePaths } from './gone.ts'
import type { ReleaseManifest } from './manifest.ts'
import { mergeOwners, ownersIn, readOwners, writeOwners } from './owners.ts'
import { moveFolder } from './move-folder.ts'
import { replaceFile } from './replace-file.ts'
import {
  currentRelease,
  pruneReleases,
  type ReleasePaths,
  siteSourceHash,
  workFolder,
  writeCurrent,
} from './releases.ts'
import { readWithdrawn } from './withdrawn.ts'

const longestBuildMs = 15 * 60_000

export type SiteBuild = { done: Promise<ReleaseManifest>; stop: () => void }

/**
 * Builds the site from what the CMS gives out now into a folder of its own, makes it servable and names it the current
 * release. Until the last step nothing that is served changes; after a failure nothing of it is left.
 * `warn` gets each warning of ours once, such as that a law should have been reviewed. `done` rejects with
 * a `BuildFailure`, or with what kept its files from being written.
 */
export function buildSite(
  id: string,
  env: Env,
  paths: ReleasePaths,
  warn: (line: string) => void = () => undefined,
): SiteBuild {
  const work = workFolder(id)
  mkdirSync(paths.releases, { recursive: true })
  const begun = new Date().toISOString()
  const sources = siteSourceHash(env)
  const child = runTool(
    'astro/bin/astro.mjs',
    ['build'],
    {
      CMS_URL: `http://127.0.0.1:${env.PORT}`,
      SITE_URL: env.siteUrl,
      ADMIN_URL: env.adminUrl,
      DESK_URL: env.deskUrl,
      DEMO: String(env.DEMO),
      KEYLIST_PIN_FILE: env.KEYLIST_PIN_FILE,
      ...(env.HCAPTCHA_SITE_KEY && { HCAPTCHA_SITE_KEY: env.HCAPTCHA_SITE_KEY }),
      SITE_OUT: work,
      SITE_CACHE: paths.cache,
    },
    onceEach(line => isOwnWarning(line) && warn(line.replace(/^.*?\[WARN\] /, ''))),
  )
  const end = new AbortController()
  const done = noteRunning(paths, id, child)
    .then(() => finish(id, paths, child, { begun, sources }, end.signal))
    .finally(() => {
      for (const folder of [work, paths.part(id)]) rmSync(folder, { recursive: true, force: true })
      if (!existsSync(paths.folder(id))) rmSync(paths.manifest(id), { force: true })
      rmSync(paths.running, { force: true })
    })
  const stop = () => {
    end.abort()
    child.stop()
  }
  return { done, stop }
}

/** A line of the build's log in which one of our own steps warns. */
const isOwnWarning = (line: string) => /\[WARN\] \[(?:law-review|cards)\] /.test(line)

/** Passes each line on once. */
export function onceEach(pass: (line: string) => unknown): (line: string) => void {
  const seen = new Set<string>()
  return line => {
    // The same warning comes again with another time before it.
    const text = line.replace(/^\d\d:\d\d:\d\d /, '')
    if (seen.has(text)) return
    seen.add(text)
    pass(text)
  }
}

/** Notes which process builds. Where that cannot be written no build goes on that nobody would know of. */
async function noteRunning(paths: ReleasePaths, id: string, child: Child): Promise<void> {
  try {
    writeFileSync(paths.running, `${child.pid} ${id}\n`)
  } catch (error) {
    child.stop()
    await child.done
    throw error
  }
}

async function finish(
  id: string,
  paths: ReleasePaths,
  child: Child,
  start: Pick<ReleaseManifest, 'begun' | 'sources'>,
  stopped: AbortSignal,
): Promise<ReleaseManifest> {
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    child.stop()
  }, longestBuildMs)
  const { isOk, output, signal } = await child.done.finally(() => clearTimeout(timer))
  if (!isOk)
    throw new BuildFailure(
      isLate ? 'time' : kindOf(output, signal),
      shortenOutput(output, [root, path.dirname(paths.current)]),
    )
  const part = paths.part(id)
  await moveFolder(workFolder(id), part)
  const before = currentRelease(paths)
  const finished = await finishRelease(part, before && paths.folder(before.id), stopped)
  const manifest: ReleaseManifest = { id, ...start, built: new Date().toISOString(), ...finished }
  // Open tabs show the outgoing release: its assets count as used until now.
  if (before) await keepAssets(paths.folder(before.id), before.assets, paths.assets)
  await keepAssets(part, finished.assets, paths.assets)
  await noteOwners(part, paths)
  stopped.throwIfAborted()
  replaceFile(paths.manifest(id), JSON.stringify(manifest))
  renameSync(part, paths.folder(id))
  writeCurrent(paths, id)
  const kept = pruneReleases(paths)
  await pruneAssets(
    paths.assets,
    kept.map(release => release.assets),
    Date.now(),
  )
  return manifest
}

/** Notes what belongs to the pages of a new release. What earlier pages had is known while it is there, or is gone. */
async function noteOwners(folder: string, paths: ReleasePaths): Promise<void> {
  const before = readOwners(paths.owners)
  const gone = gonePaths(readWithdrawn(paths.withdrawn) ?? [], before)
  const isKept = (file: string) => existsSync(path.join(paths.assets, file)) || gone.has(file)
  writeOwners(paths.owners, mergeOwners(before, await ownersIn(folder), isKept))
}

/** What a tool's output says went wrong, for a person: from its error on, without stack frames and without these folders of this machine. */
export function shortenOutput(output: string, folders: readonly string[] = [root]): string {
  const lines = folders
    .reduce((text, folder) => text.replaceAll(`${folder}/`, ''), output)
    .split('\n')
    .map(line => line.replace(/^\d\d:\d\d:\d\d /, '').trimEnd())
    .filter(line => line && !/^\s+at /.test(line))
  const first = lines.findIndex(line => /\berror\b/i.test(line))
  const told = first === -1 ? lines.slice(-10) : lines.slice(first, first + 25)
  return told.join('\n').slice(0, 3000) || 'The build ended without a message.'
}
