import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '#cms/env.ts'
import { waitForLock } from '#cms/lock.ts'
import { runTool } from './child.ts'
import { compressFolder } from './compress.ts'
import { sourceHash } from './source-hash.ts'

/** The two bundles that depend on sources only. The site depends on content too: see publisher.ts. */
export const bundles = {
  desk: {
    sources: ['desk', 'src', 'package-lock.json'],
    result: '.build/desk/index.html',
    script: 'vite/bin/vite.js',
    args: ['build', 'desk'],
  },
  cms: {
    sources: ['cms', 'src', 'package-lock.json'],
    result: 'cms/.next/BUILD_ID',
    script: 'next/dist/bin/next',
    args: ['build', 'cms'],
  },
} as const
export type BundleName = keyof typeof bundles

const stampFile = (name: BundleName) => path.join(root, '.build', `${name}.stamp`)

/** Whether the built bundle is there and comes from the sources as they are now. */
export function isFresh(name: BundleName): boolean {
  const { sources, result } = bundles[name]
  const stamp = stampFile(name)
  if (!existsSync(path.join(root, result)) || !existsSync(stamp)) return false
  return readFileSync(stamp, 'utf8') === sourceHash(sources)
}

/**
 * Builds a bundle unless it is fresh. Two servers of one working copy take turns.
 * @returns whether it had to be built.
 * @throws Error with the end of the tool's output.
 */
export async function ensureBundle(name: BundleName, log: (line: string) => void): Promise<boolean> {
  mkdirSync(path.join(root, '.build'), { recursive: true })
  const lock = await waitForLock(path.join(root, '.build', `${name}.lock`), () =>
    log('another process is building this; waiting'),
  )
  try {
    if (isFresh(name)) return false
    const { sources, script, args, result } = bundles[name]
    const hash = sourceHash(sources)
    rmSync(stampFile(name), { force: true })
    const { isOk, output } = await runTool(script, args, {}, () => undefined).done
    if (!isOk || !existsSync(path.join(root, result)))
      throw new Error(`${script} ${args.join(' ')} failed:\n${output}`)
    // Next compresses its own answers.
    if (name === 'desk') await compressFolder(path.join(root, path.dirname(result)))
    writeFileSync(stampFile(name), hash)
    return true
  } finally {
    lock.release()
  }
}
