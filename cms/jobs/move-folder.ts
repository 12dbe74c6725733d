import { cp, rename, rm } from 'node:fs/promises'

/** Moves a folder to `to`, which must not exist yet, also to another disk. What half arrived there is removed again. */
export async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    try {
      await cp(from, to, { recursive: true, errorOnExist: true, force: false })
    } catch (half) {
      await rm(to, { recursive: true, force: true })
      throw half
    }
    await rm(from, { recursive: true, force: true })
  }
}
