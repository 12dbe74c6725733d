import type { ReplyKeys } from './derive.ts'
import { type Direction, isAuthentic, type Manifest } from './manifest.ts'

/** One message of a thread, as the server lists it (`seq` is its word too), with the manifest where the caller can open it. */
export type Link = {
  readonly seq: number
  readonly direction: Direction
  /** `messageHash` of the files received; from the server's word where `manifest` is null. */
  readonly hash: string
  /** Null where the caller has no key: a reporter cannot open what the reporter wrote. */
  readonly manifest: Manifest | null
}

/**
 * What is wrong with a message where it stands. `moved`: of another thread, place or direction. `forged`: wrong MAC.
 * `missing`: its number is not the one of its place, so one is absent or twice. `broken`: does not follow the message before.
 */
export type LinkProblem = 'missing' | 'moved' | 'forged' | 'broken'

/** The first thing wrong with a thread. `seq` is a place counted here, never the number of a row. */
export type ThreadProblem = { readonly seq: number; readonly problem: LinkProblem }

/**
 * Checks a whole thread, oldest first: numbers without gap, each opened message authentic and naming the one before.
 * Cannot notice that the newest messages are held back. Null when all is well.
 */
export function checkThread(links: readonly Link[], keys: ThreadKeys): ThreadProblem | null {
  for (const seq of links.keys()) {
    const problem = checkPlace(links, seq, keys)
    if (problem) return { seq, problem }
  }
  return null
}

type ThreadKeys = Pick<ReplyKeys, 'thread' | 'macIn' | 'macOut'>

/**
 * What is wrong with the one message at `place` of a thread, by itself and by its hold on the message before; null for nothing,
 * and past the end. Sound at its place is not enough: before it, everything must be.
 */
export function checkPlace(links: readonly Link[], place: number, keys: ThreadKeys): LinkProblem | null {
  const link = links[place]
  if (link === undefined) return null
  const { manifest } = link
  if (manifest === null) {
    if (link.seq !== place) return 'missing'
    return link.direction === 'masuk' ? null : 'moved'
  }
  const isReport = manifest.kind === 'laporan'
  if (manifest.thread !== keys.thread || manifest.direction !== link.direction) return 'moved'
  if (isReport !== (place === 0) || (manifest.kind === 'jawaban') !== (link.direction === 'keluar'))
    return 'moved'
  if (!isReport && !isAuthentic(manifest, link.direction === 'masuk' ? keys.macIn : keys.macOut))
    return 'forged'
  if (link.seq !== place) return 'missing'
  if (manifest.seq !== place) return 'moved'
  return manifest.prev === (links[place - 1]?.hash ?? null) ? null : 'broken'
}
