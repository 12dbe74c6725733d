import { openRelease } from './endpoints/release.ts'
import { gonePaths } from './jobs/gone.ts'
import { readOwners } from './jobs/owners.ts'
import { lastGoodRelease, releasePaths } from './jobs/releases.ts'
import { readWithdrawn } from './jobs/withdrawn.ts'
import type { ServerState } from './server-state.ts'

/**
 * Serves the last good release, with its take-downs in force: those that `state` knows, else those noted on disk. Returns
 * whether there is one; without a readable note of the take-downs there is none until the database tells them.
 */
export function serveLastRelease(state: ServerState): boolean {
  const paths = releasePaths(state.env)
  const release = lastGoodRelease(paths)
  if (!release) return false
  if (!state.gone) {
    const withdrawn = readWithdrawn(paths.withdrawn)
    if (!withdrawn) return false
    state.gone = gonePaths(withdrawn, readOwners(paths.owners))
  }
  try {
    state.release = openRelease(paths.folder(release.id), paths.assets)
    return true
  } catch {
    // A folder that cannot be read: the next build makes another.
    return false
  }
}
