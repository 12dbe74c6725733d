import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Path of the database file of a `file:` address. */
export function sqliteFile(url: string): string {
  return path.resolve(url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length))
}
