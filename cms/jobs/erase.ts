import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { formsOf } from './compress.ts'
import type { GonePaths } from './gone.ts'
import type { ReleasePaths } from './releases.ts'

/**
 * Removes the files of everything that was taken down from every release that is kept and from the shared hashed files: the
 * page with all that lies under its address, the same in English and in other formats, and files that no other page shows.
 * What a later build makes anew comes with it.
 */
export function eraseGone(paths: ReleasePaths, gone: Pick<GonePaths, 'addresses' | 'files'>): void {
  const folders = existsSync(paths.releases)
    ? readdirSync(paths.releases, { withFileTypes: true }).filter(
        // Not from one that is being made: what is still in it when it is ready goes then.
        entry => entry.isDirectory() && !entry.name.includes('.'),
      )
    : []
  const roots = folders.map(({ name }) => path.join(paths.releases, name))
  const isPlain = (address: string) => /^(?:\/[\w-][\w.-]*)+$/.test(address)
  const addresses = gone
    .addresses()
    .filter(isPlain)
    .flatMap(address => [address, `/en${address}`])
  for (const root of roots) eraseUnder(root, addresses)
  for (const file of gone.files().filter(name => name.startsWith('/_a/') || name.startsWith('/pagefind/'))) {
    for (const root of [...roots, paths.assets]) {
      for (const form of formsOf(file)) rmSync(path.join(root, form), { force: true })
    }
  }
}

/** Removes each address as a folder, and every file that has its name and an ending. */
function eraseUnder(root: string, addresses: readonly string[]): void {
  const byParent = Map.groupBy(addresses, address => path.posix.dirname(address))
  for (const [parent, wanted] of byParent) {
    const folder = path.join(root, parent)
    if (!existsSync(folder)) continue
    const names = new Set(wanted.map(address => path.posix.basename(address)))
    for (const name of readdirSync(folder)) {
      const isWanted = names.has(name) || names.has(name.replace(/\..*$/, ''))
      if (isWanted) rmSync(path.join(folder, name), { recursive: true, force: true })
    }
  }
}
