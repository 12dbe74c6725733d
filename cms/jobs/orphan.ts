import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { type ReleasePaths, workFolder } from './releases.ts'

const patienceMs = 10_000

/**
 * Ends the build that a killed server left behind, if it still runs. A build child ends by itself when its server is gone;
 * this is for one that is too busy to notice, so that it cannot write beside the next. Removes what it wrote.
 */
export async function endOrphanBuild(paths: Pick<ReleasePaths, 'running'>): Promise<void> {
  if (!existsSync(paths.running)) return
  const [pid, id] = readBuild(readFileSync(paths.running, 'utf8'))
  const end = Date.now() + patienceMs
  while (Number.isInteger(pid) && pid > 1 && isBuild(pid) && Date.now() < end) {
    process.kill(pid, 'SIGKILL')
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  if (id) rmSync(workFolder(id), { recursive: true, force: true })
  rmSync(paths.running, { force: true })
}

/** Process and release of a line that a build left; the release is empty where none can be read. */
function readBuild(line: string): [pid: number, id: string] {
  const [pid, id = ''] = line.trim().split(' ')
  return [Number(pid), /^[\da-f-]+$/.test(id) ? id : '']
}

/** Whether that process is a build of ours: its number may belong to another program by now. */
function isBuild(pid: number): boolean {
  try {
    const command = execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes('end-with-parent.ts') && command.includes('astro')
  } catch {
    return false
  }
}
