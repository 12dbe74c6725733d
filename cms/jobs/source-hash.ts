import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { root } from '#cms/env.ts'

/** Folders and files that tools write beside the sources: they say nothing about them. */
const written = new Set(['node_modules', '.next', 'next-env.d.ts', 'tsconfig.tsbuildinfo', 'tsconfig.json'])

/**
 * SHA-256 over names and bytes of everything under `paths` (relative to the repository) and the `extra` texts. Two equal
 * hashes mean that a build would come out the same. A path that does not exist counts as empty.
 */
export function sourceHash(paths: readonly string[], extra: readonly string[] = []): string {
  const hash = createHash('sha256')
  for (const text of extra) hash.update(`${text}\0`)
  for (const file of paths.flatMap(name => filesUnder(path.join(root, name)))) {
    hash.update(`${path.relative(root, file)}\0`)
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesUnder(target: string): string[] {
  if (!existsSync(target)) return []
  if (!statSync(target).isDirectory()) return [target]
  const entries = readdirSync(target, { withFileTypes: true }).filter(entry => !written.has(entry.name))
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap(entry => filesUnder(path.join(target, entry.name)))
}
