import { existsSync, readFileSync } from 'node:fs'
import { type KeyList, verifyKeyList } from '#src/crypto/key-list.ts'
import { hasOnlyTrueSignatures } from '#src/crypto/list-change.ts'

/** The key list in force and its pinned hash. */
export type PinnedList = { list: KeyList; pin: string }

let loaded: Promise<PinnedList | null> | undefined

/**
 * At build: the key list of the CMS, checked against the pin file. Null while no inbox was ever opened, and in a build
 * without CMS.
 * @throws Error that ends the build when list and pin do not fit, or a signature is false: the site of before stays served.
 */
export function pinnedKeyList(): Promise<PinnedList | null> {
  const { CMS_URL, KEYLIST_PIN_FILE } = process.env
  loaded ??= CMS_URL ? fetchPinned(CMS_URL, KEYLIST_PIN_FILE ?? 'data/keylist.pin') : Promise.resolve(null)
  return loaded
}

/**
 * The key list of one CMS, checked against one pin file.
 * @throws Error as `pinnedKeyList`; also when the CMS does not answer.
 */
export async function fetchPinned(cms: string, file: string): Promise<PinnedList | null> {
  const response = await fetch(new URL('/api/lapor/kunci', cms))
  if (!response.ok)
    throw new Error(`Key list: ${cms} answered ${response.status}: ${(await response.text()).slice(0, 400)}`)
  const { list } = (await response.json()) as { list: unknown }
  const pin = existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  if (list === null && pin === null) return null
  if (list === null)
    throw new Error(`Key list: the CMS has none, but ${file} pins one. See docs/protocol.md.`)
  if (pin === null)
    throw new Error(`Key list: the CMS has one, but ${file} is missing. See docs/protocol.md.`)
  const pinned = verified(list, pin, file)
  const forged = pinned.inboxes.find(entry => !hasOnlyTrueSignatures(entry))
  if (forged !== undefined)
    throw new Error(
      `Key list: a signature of inbox ${forged.id} is not one of its entry. See docs/protocol.md.`,
    )
  return { list: pinned, pin }
}

function verified(list: unknown, pin: string, file: string): KeyList {
  try {
    return verifyKeyList(list, pin)
  } catch {
    throw new Error(`Key list: the list of the CMS is not the one pinned in ${file}. See docs/protocol.md.`)
  }
}
