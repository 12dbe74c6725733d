import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { codings, formOf, type ServedFile, servedFile } from './served-file.ts'

/** The files of a folder by their addresses, such as `/periksa/index.html`. */
export type ServedFolder = ReadonlyMap<string, ServedFile>

/** Reads what is in `folder` now. Compressed forms belong to the file beside them; hidden files are not served. */
export function servedFolder(folder: string): ServedFolder {
  const files = new Map<string, ServedFile>()
  if (!existsSync(folder)) return files
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
  const all = new Set(names)
  for (const name of names) {
    const address = `/${path.relative(folder, name).split(path.sep).join('/')}`
    if (/\/\.(?!well-known\/)/.test(address)) continue
    if (
      Object.values(codings).some(ending => name.endsWith(ending) && all.has(name.slice(0, -ending.length)))
    )
      continue
    const file = servedFile(name, statSync(name))
    for (const [coding, ending] of Object.entries(codings)) {
      if (!all.has(name + ending)) continue
      file.forms[coding as keyof typeof codings] = formOf(name + ending, statSync(name + ending))
      file.isCoded = true
    }
    files.set(address, file)
  }
  return files
}
