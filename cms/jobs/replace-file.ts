import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

/**
 * Writes a small text file in one step that survives a power cut: a crash leaves the old file or the new one, never half of one.
 * @throws the error of the file system; then the old file is as it was and nothing is left beside it.
 */
export function replaceFile(file: string, text: string): void {
  const part = `${file}.new`
  try {
    const handle = openSync(part, 'w', 0o600)
    try {
      writeSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}
