import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Env, root } from '#cms/env.ts'
import { type ReleaseManifest, releaseManifestSchema } from './manifest.ts'
import { replaceFile } from './replace-file.ts'
import { sourceHash } from './source-hash.ts'

const keptReleases = 3

/** The places of the built site under the data folder. */
export function releasePaths(env: Pick<Env, 'dataDir' | 'releasesDir'>) {
  return {
    releases: env.releasesDir,
    current: path.join(env.dataDir, 'CURRENT'),
    /** What was taken down; see `withdrawn.ts`. */
    withdrawn: path.join(env.dataDir, 'WITHDRAWN.json'),
    /** Which page a hashed file belongs to; see `owners.ts`. */
    owners: path.join(env.dataDir, 'OWNERS.json'),
    assets: path.join(env.dataDir, 'assets'),
    cache: path.join(env.dataDir, 'cache', 'site'),
    running: path.join(env.dataDir, 'build.pid'),
    folder: (id: string) => path.join(env.releasesDir, id),
    /** Where a built site is made ready to serve. */
    part: (id: string) => path.join(env.releasesDir, `${id}.part`),
    manifest: (id: string) => path.join(env.releasesDir, `${id}.json`),
  }
}
export type ReleasePaths = ReturnType<typeof releasePaths>

/**
 * Where the build of a release writes. Under the checkout: Astro renames files out of a folder beside it, which another disk
 * refuses, and gives builds outside of it one such folder, in which two at a time collide.
 */
export const workFolder = (id: string): string => path.join(root, '.build', `site-${id}`)

/** A release's name: when it was begun, and a little chance. Sorts by time. */
export function newReleaseId(now: Date): string {
  const time = now.toISOString().replace(/\D/g, '').slice(0, 14)
  return `${time.slice(0, 8)}-${time.slice(8)}-${randomBytes(2).toString('hex')}`
}

/** Everything besides content that decides what the site looks like. */
export function siteSourceHash(
  env: Pick<Env, 'siteUrl' | 'adminUrl' | 'deskUrl' | 'DEMO' | 'HCAPTCHA_SITE_KEY'>,
): string {
  const settings = [env.siteUrl, env.adminUrl, env.deskUrl, String(env.DEMO), env.HCAPTCHA_SITE_KEY ?? '']
  return sourceHash(['site', 'src', 'public', 'astro.config.mjs', 'package-lock.json'], settings)
}

/** The release that `CURRENT` names, or null when there is none that is whole. */
export function currentRelease(paths: ReleasePaths): ReleaseManifest | null {
  const id = readCurrent(paths)
  return id === null ? null : wholeRelease(paths, id)
}

/** The release to serve while nothing newer is built: the one that `CURRENT` names, else the newest that is whole. */
export function lastGoodRelease(paths: ReleasePaths): ReleaseManifest | null {
  return currentRelease(paths) ?? wholeReleases(paths)[0] ?? null
}

function readCurrent(paths: ReleasePaths): string | null {
  try {
    const id = readFileSync(paths.current, 'utf8').trim()
    return /^[\w-]+$/.test(id) ? id : null
  } catch {
    return null
  }
}

/** Names `id` as the release to serve, in one step: a crash leaves the old name or the new one. */
export function writeCurrent(paths: ReleasePaths, id: string): void {
  replaceFile(paths.current, `${id}\n`)
}

/** Every release whose folder and manifest are there, newest first. */
export function wholeReleases(paths: ReleasePaths): ReleaseManifest[] {
  if (!existsSync(paths.releases)) return []
  const names = readdirSync(paths.releases).filter(name => !name.includes('.'))
  return names
    .sort()
    .reverse()
    .flatMap(name => wholeRelease(paths, name) ?? [])
}

/** Removes half-built folders and all but the newest releases. The current one always stays. Returns what was kept, newest first. */
export function pruneReleases(paths: ReleasePaths): ReleaseManifest[] {
  mkdirSync(paths.releases, { recursive: true })
  const current = currentRelease(paths)?.id
  const kept = wholeReleases(paths).filter(({ id }, place) => place < keptReleases || id === current)
  const names = new Set(kept.flatMap(({ id }) => [id, `${id}.json`]))
  for (const name of readdirSync(paths.releases)) {
    if (!names.has(name)) rmSync(path.join(paths.releases, name), { recursive: true, force: true })
  }
  return kept
}

function wholeRelease(paths: ReleasePaths, id: string): ReleaseManifest | null {
  try {
    if (!existsSync(path.join(paths.folder(id), 'index.html'))) return null
    const manifest = releaseManifestSchema.parse(JSON.parse(readFileSync(paths.manifest(id), 'utf8')))
    return manifest.id === id ? manifest : null
  } catch {
    return null
  }
}
