import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload, PayloadRequest, Where } from 'payload'
import { createMutex } from '#cms/db/mutex.ts'
import type { Env } from '#cms/env.ts'
import { enqueue } from '#cms/jobs/enqueue.ts'
import { type Canonical, canonical } from '#src/crypto/canonical.ts'
import { isKeyList, type KeyList, keyListHash, type ListedInbox } from '#src/crypto/key-list.ts'
import { mayFollow } from '#src/crypto/list-change.ts'
import { collections } from '#src/slugs.ts'
import { refuseAtDesk } from './desk-errors.ts'
import { refuseReport } from './report-errors.ts'
import { inTransaction } from './desk-transaction.ts'
import { readersByInbox } from './inbox-readers.ts'

type PinEnv = Pick<Env, 'KEYLIST_PIN_FILE'>

/** Where the hash of the key list in force is pinned: a file that no database dump or restore changes. */
export function pinFile(env: PinEnv): string {
  return env.KEYLIST_PIN_FILE
}

/** Where the pin of this CMS is, for what has no `env` at hand: hooks and the dashboard. */
export const pinOf = (payload: Payload): PinEnv => ({
  KEYLIST_PIN_FILE: String(payload.config.custom.keyListPin),
})

/** The pinned hash, or null while no inbox was ever opened. */
export function readPin(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

async function findList(payload: Payload, where: Where, req?: PayloadRequest): Promise<string | null> {
  const { docs } = await payload.find({
    collection: collections.keyLists,
    where,
    sort: '-serial',
    limit: 1,
    depth: 0,
    overrideAccess: true,
    ...(req && { req }),
  })
  return (docs[0] as unknown as { list: string } | undefined)?.list ?? null
}

function parsedList(text: string): KeyList | null {
  try {
    const list: unknown = JSON.parse(text)
    return isKeyList(list) ? list : null
  } catch {
    return null
  }
}

/**
 * The newest key list as the database has it, unverified, or null while no inbox was ever opened. For the site build, which
 * compares it with the pin and stops when they differ.
 * @throws FrontError 503 when the newest row is no key list.
 */
export async function currentKeyList(payload: Payload, req?: PayloadRequest): Promise<KeyList | null> {
  const text = await findList(payload, {}, req)
  if (text === null) return null
  const list = parsedList(text)
  if (list === null) throw refuseReport('list-damaged')
  return list
}

/** The key list whose hash is pinned, or null when the database has none: nothing else says what an inbox is. */
export async function listInForce(
  payload: Payload,
  env: PinEnv,
  req?: PayloadRequest,
): Promise<KeyList | null> {
  const pin = readPin(pinFile(env))
  if (pin === null) return null
  const text = await findList(payload, { hash: { equals: pin } }, req)
  const list = text === null ? null : parsedList(text)
  return list !== null && keyListHash(list) === pin ? list : null
}

/** Whether the newest list of the database is the pinned one; also while there is neither. */
export async function isListPinned(payload: Payload, env: PinEnv, req?: PayloadRequest): Promise<boolean> {
  const pin = readPin(pinFile(env))
  const text = await findList(payload, {}, req)
  if (text === null) return pin === null
  const list = parsedList(text)
  return list !== null && keyListHash(list) === pin
}

/** The entry of an inbox that takes reports now: in the key list in force, with somebody who can read. Null for any other. */
export async function listedInbox(
  payload: Payload,
  env: PinEnv,
  id: string,
  req?: PayloadRequest,
): Promise<ListedInbox | null> {
  const entry = (await listInForce(payload, env, req))?.inboxes.find(one => one.id === id)
  if (entry === undefined) return null
  return (await readersByInbox(payload, req)).has(id) ? entry : null
}

/** The pinned list of each process: a pin is the hash of its list, so what was found for it never changes. */
const pinnedLists = new WeakMap<Payload, KeyList>()

/**
 * For whom an inbox of the key list in force is, or null when the list does not have it. The database is asked once for each
 * list: whether the inbox takes reports is for `listedInbox` to say.
 */
export async function listedKind(
  payload: Payload,
  env: PinEnv,
  id: string,
): Promise<ListedInbox['kind'] | null> {
  const kept = pinnedLists.get(payload)
  const isKept = kept !== undefined && keyListHash(kept) === readPin(pinFile(env))
  const list = isKept ? kept : await listInForce(payload, env)
  if (list !== null) pinnedLists.set(payload, list)
  return list?.inboxes.find(one => one.id === id)?.kind ?? null
}

/** One change of the key list under way, in the transaction of `req`. */
export type ListTurn = {
  readonly req: PayloadRequest
  /** The list in force; null while no inbox was ever opened, and where the database does not have it. */
  readonly before: KeyList | null
  /** Whether `before` can be followed: without it `publish` refuses. */
  readonly isPinned: boolean
  /**
   * Stores and pins the list that follows, and asks for a build. Call it last: the commit comes next.
   * @throws FrontError 409 when the list in force is not the pinned one: a new pin would hide that.
   * Also 409 when the list may not follow, see `mayFollow`.
   */
  publish(next: KeyList): Promise<void>
}

/** Two changes at once would each follow the same list. */
const turns = createMutex('key list')
const longestWait = 60_000

/**
 * The one way in which the key list changes: one after another, all of `work` or nothing, the pin included. Never call it in
 * a transaction.
 * @throws FrontError 409 when another process was faster.
 */
export async function changeKeyList<T>(
  { payload, env }: { payload: Payload; env: PinEnv },
  work: (turn: ListTurn) => Promise<T>,
): Promise<T> {
  const release = await turns.acquire(longestWait)
  const file = pinFile(env)
  const pinned = readPin(file)
  let made: string | null = null
  let isWritten = false
  try {
    return await inTransaction(payload, async req => {
      const isPinned = await isListPinned(payload, env, req)
      const before = isPinned ? await listInForce(payload, env, req) : null
      const publish = async (next: KeyList) => {
        if (!isPinned) throw refuseAtDesk('list-not-pinned')
        if (!mayFollow(before, next)) throw refuseAtDesk('may-not-follow')
        await claimSerial(payload, next, req)
        made = keyListHash(next)
        await enqueue(req, {
          kind: 'publish',
          source: collections.keyLists,
          docId: null,
          label: 'Kotak laporan',
          paths: [],
        })
        writePin(file, made)
        isWritten = true
      }
      return work({ req, before, isPinned, publish })
    })
  } catch (error) {
    if (isWritten) writePin(file, pinned)
    if (made !== null) {
      // Where the database has no transactions the row is still there, and would be newer than the pin.
      await payload.delete({
        collection: collections.keyLists,
        where: { hash: { equals: made } },
        overrideAccess: true,
      })
    }
    throw error
  } finally {
    release()
  }
}

/** Stores the list under its serial, which is unique: of two processes one gets it. */
async function claimSerial(payload: Payload, list: KeyList, req: PayloadRequest): Promise<void> {
  const data = {
    serial: list.serial,
    hash: keyListHash(list),
    list: canonical(list as unknown as Canonical),
  }
  await payload
    .create({ collection: collections.keyLists, data, overrideAccess: true, req })
    .catch(async (error: unknown) => {
      if (await findList(payload, { serial: { equals: list.serial } })) throw refuseAtDesk('moved-on')
      throw error
    })
}

/** Pins a hash in one step, mode 0600; null removes the pin. */
export function writePin(file: string, hash: string | null): void {
  if (hash === null) {
    rmSync(file, { force: true })
    return
  }
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, `${hash}\n`, { mode: 0o600 })
  chmodSync(`${file}.part`, 0o600)
  renameSync(`${file}.part`, file)
}
