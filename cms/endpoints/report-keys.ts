import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload, PayloadRequest } from 'payload'
import type { Env } from '#cms/env.ts'
import { enqueue } from '#cms/jobs/enqueue.ts'
import { isRecipient } from '#src/crypto/age.ts'
import { type Canonical, canonical } from '#src/crypto/canonical.ts'
import {
  type InboxKind,
  isKeyList,
  type KeyList,
  keyListHash,
  type ListedInbox,
  nextKeyList,
} from '#src/crypto/key-list.ts'
import { collections } from '#src/slugs.ts'

/** Where the hash of the key list in force is pinned: a file that no database dump or restore changes. */
export function pinFile(env: Pick<Env, 'KEYLIST_PIN_FILE'>): string {
  return env.KEYLIST_PIN_FILE
}

/** The pinned hash, or null while no inbox was ever opened. */
export function readPin(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

/** The newest key list as the database has it, unverified, or null while no inbox was ever opened. */
export async function currentKeyList(payload: Payload, req?: PayloadRequest): Promise<KeyList | null> {
  const { docs } = await payload.find({
    collection: collections.keyLists,
    sort: '-serial',
    limit: 1,
    depth: 0,
    overrideAccess: true,
    ...(req && { req }),
  })
  const text = (docs[0] as unknown as { list: string } | undefined)?.list
  if (text === undefined) return null
  const list: unknown = JSON.parse(text)
  if (!isKeyList(list)) throw new Error('key-lists: the newest row is not a key list')
  return list
}

/**
 * Puts the inboxes that are open now into the next key list, pins its hash and asks for a build, in the transaction of
 * `req`. Call it last and commit at once; call `undo` when the commit fails, which puts the pin of before back.
 * @throws Error when the list in force is not the pinned one: someone changed the database, and a new pin would hide it.
 */
export async function publishKeyList(input: {
  payload: Payload
  env: Pick<Env, 'KEYLIST_PIN_FILE'>
  req: PayloadRequest
}): Promise<{ list: KeyList; hash: string; undo: () => void }> {
  const { payload, env, req } = input
  const file = pinFile(env)
  const pinned = readPin(file)
  const before = await currentKeyList(payload, req)
  if ((before === null ? null : keyListHash(before)) !== pinned) {
    throw new Error('The key list in the database is not the pinned one: see "Key list" in docs/protocol.md.')
  }
  const list = nextKeyList(before, await openInboxes(payload, req))
  const hash = keyListHash(list)
  await payload.create({
    collection: collections.keyLists,
    data: { serial: list.serial, hash, list: canonical(list as unknown as Canonical) },
    overrideAccess: true,
    req,
  })
  await enqueue(req, {
    kind: 'publish',
    source: collections.keyLists,
    docId: null,
    label: 'Kotak laporan',
    paths: [],
  })
  writePin(file, hash)
  return { list, hash, undo: () => writePin(file, pinned) }
}

type InboxRow = {
  id: string
  kind: InboxKind
  name: string
  nameEn: string
  readers: string
  readersEn: string
  keyVersion: number
  recipient: string
}

async function openInboxes(payload: Payload, req: PayloadRequest): Promise<ListedInbox[]> {
  const { docs } = await payload.find({
    collection: collections.inboxes,
    where: { state: { equals: 'open' } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return (docs as unknown as InboxRow[]).map(
    ({ id, kind, name, nameEn, readers, readersEn, keyVersion, recipient }) => {
      if (!isRecipient(recipient)) throw new Error(`inboxes: ${id} has no hybrid recipient`)
      return {
        id,
        kind,
        name: { id: name, en: nameEn },
        readers: { id: readers, en: readersEn },
        keyVersion,
        recipient,
      }
    },
  )
}

function writePin(file: string, hash: string | null): void {
  if (hash === null) {
    rmSync(file, { force: true })
    return
  }
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, `${hash}\n`, { mode: 0o600 })
  chmodSync(`${file}.part`, 0o600)
  renameSync(`${file}.part`, file)
}
