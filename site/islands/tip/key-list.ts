import { existsSync, readFileSync } from 'node:fs'
import { type KeyList, verifyKeyList } from '#src/crypto/key-list.ts'

/** The key list in force and its pinned hash. */
export type PinnedList = { list: KeyList; pin: string }

let loaded: Promise<PinnedList | null> | undefined

/**
 * At build: the key list of the CMS, checked against the pin file. Null while no inbox was ever opened, and in a build
 * without CMS.
 * @throws Error that ends the build when list and pin do not fit: the site of before stays served.
 */
export function pinnedKeyList(): Promise<PinnedList | null> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<PinnedList | null> {
  const cms = process.env.CMS_URL
  if (!cms) return null
  const response = await fetch(new URL('/api/lapor/kunci', cms))
  if (!response.ok) throw new Error(`Key list: ${cms} answered ${response.status}.`)
  const { list } = (await response.json()) as { list: unknown }
  const file = process.env.KEYLIST_PIN_FILE ?? 'data/keylist.pin'
  const pin = existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  if (list === null && pin === null) return null
  if (list === null || pin === null) {
    throw new Error(
      `Key list: ${list === null ? 'the CMS has none, but' : 'the CMS has one, but not'} ${file}. See docs/protocol.md.`,
    )
  }
  try {
    return { list: verifyKeyList(list, pin), pin }
  } catch {
    throw new Error(`Key list: the list of the CMS is not the one pinned in ${file}. See docs/protocol.md.`)
  }
}
