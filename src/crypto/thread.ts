import type { ReplyKeys } from './derive.ts'
import { type Direction, isAuthentic, type Manifest } from './manifest.ts'

/** One place in a thread, as the server lists it, with the manifest where the caller can open it. */
export type Link = {
  readonly seq: number
  readonly direction: Direction
  /** `messageHash` of the files received; from the server's word where `manifest` is null. */
  readonly hash: string
  /** Null where the caller has no key: a reporter cannot open what the reporter wrote. */
  readonly manifest: Manifest | null
}

/** The first thing wrong with a thread. */
export type ThreadProblem = {
  readonly seq: number
  /** `missing`: a number is absent or twice. `moved`: of another thread, place or direction. `forged`: wrong MAC. `broken`: does not follow the message before. */
  readonly problem: 'missing' | 'moved' | 'forged' | 'broken'
}

/**
 * Checks a whole thread, oldest first: numbers without gap, each opened message authentic and naming the one before.
 * Cannot notice that the newest messages are held back. Null when all is well.
 */
export function checkThread(
  links: readonly Link[],
  keys: Pick<ReplyKeys, 'thread' | 'macIn' | 'macOut'>,
): ThreadProblem | null {
  for (const [index, link] of links.entries()) {
    if (link.seq !== index) return { seq: index, problem: 'missing' }
    const { manifest } = link
    if (manifest === null) {
      if (link.direction !== 'masuk') return { seq: index, problem: 'moved' }
      continue
    }
    const problem = checkLink(link, manifest, links[index - 1]?.hash ?? null, keys)
    if (problem) return { seq: index, problem }
  }
  return null
}

function checkLink(
  link: Link,
  manifest: Manifest,
  prev: string | null,
  keys: Pick<ReplyKeys, 'thread' | 'macIn' | 'macOut'>,
): ThreadProblem['problem'] | null {
  if (manifest.thread !== keys.thread || manifest.direction !== link.direction || manifest.seq !== link.seq)
    return 'moved'
  const isReport = manifest.kind === 'laporan'
  if (isReport !== (link.seq === 0) || (manifest.kind === 'jawaban') !== (link.direction === 'keluar'))
    return 'moved'
  if (!isReport && !isAuthentic(manifest, link.direction === 'masuk' ? keys.macIn : keys.macOut))
    return 'forged'
  return manifest.prev === prev ? null : 'broken'
}
