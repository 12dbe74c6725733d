import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Env } from '#cms/env.ts'
import { currentRelease, releasePaths } from '#cms/jobs/releases.ts'
import { isKeyList, type KeyList, keyListHash, verifyKeyList } from '#src/crypto/key-list.ts'
import { BackupProblem } from './problem.ts'

export type ListSources = {
  /** The pin that stands beside the database, outside the backup. */
  readonly standing: string | null
  /** The newest key list of the backup's database. */
  readonly backedUp: KeyList | null
  /** Lists from elsewhere: the last release, a file that somebody saved. Whence does not matter: the pin decides. */
  readonly others: readonly KeyList[]
  /** Asks a person for the hash as members published it. Called only where no pin stands. */
  readonly askHash: () => Promise<string>
}

/** The pin after the restore, and the list that has to be added to the database for it; both null where no inbox ever was. */
export type RestoredList = { readonly pin: string | null; readonly added: KeyList | null }

/**
 * Which key list is in force after a restore. A pin that stands stays, and the list is the one that it names. Where none stands
 * the members' published hash takes its place: whoever could change a backup cannot change what they published. An older list
 * than that is never put in force.
 * @throws BackupProblem when no list at hand has that hash, or the backup goes on after it.
 */
export async function restoredList(sources: ListSources): Promise<RestoredList> {
  const { backedUp, others, standing } = sources
  if (standing === null && backedUp === null) return { pin: null, added: null }
  const pin = standing ?? normal(await sources.askHash())
  if (backedUp !== null && keyListHash(backedUp) === pin) return { pin, added: null }
  const named = others.find(list => keyListHash(list) === pin)
  if (named === undefined) throw noList(standing !== null)
  if (backedUp !== null && backedUp.serial >= named.serial) throw pinTooOld()
  return { pin, added: verifyKeyList(named, pin) }
}

/** A hash as people read it out: capitals, spaces and line breaks do not matter. */
function normal(typed: string): string {
  const hash = typed.toLowerCase().replace(/[\s:-]/g, '')
  if (/^[0-9a-f]{64}$/.test(hash)) return hash
  throw new BackupProblem(
    'Sidik daftar kunci terdiri atas 64 angka dan huruf a–f. Salin dari tempat para anggota mengumumkannya.',
    'The hash of the key list has 64 digits and letters a–f. Copy it from where members published it.',
  )
}

const noList = (isStanding: boolean) =>
  new BackupProblem(
    `Daftar kunci dalam cadangan ini bukan yang ${isStanding ? 'disematkan' : 'diumumkan para anggota'}: mungkin lebih lama, mungkin diubah orang. Beri daftar yang benar dengan --daftar kunci.json: berkas /lapor/kunci.json dari situs atau rilis terakhir.`,
    `The key list in this backup is not the one ${isStanding ? 'pinned' : 'that members published'}: it may be older, or somebody changed it. Give the right one with --daftar kunci.json: the file /lapor/kunci.json of the site or of the last release.`,
  )

const pinTooOld = () =>
  new BackupProblem(
    'Daftar kunci dalam cadangan lebih baru daripada pin yang ada. Tanyakan para anggota sidik mana yang berlaku; sesudah itu singkirkan berkas pin dan ketik sidik itu.',
    'The key list in the backup is newer than the pin that stands. Ask the members which hash is in force, then move the pin file away and type that hash.',
  )

/** The key lists that lie at hand: in the release that is still served, and in the file that was named. */
export function listsAtHand(env: Env, given: string | null): KeyList[] {
  const release = currentRelease(releasePaths(env))
  const released = release && path.join(releasePaths(env).folder(release.id), 'lapor', 'kunci.json')
  const lists = [...(released && existsSync(released) ? [readList(released)] : [])]
  if (given !== null) {
    const list = readList(given)
    if (list === null) throw new BackupProblem(`${given} bukan daftar kunci.`, 'That file is no key list.')
    lists.push(list)
  }
  return lists.filter(list => list !== null)
}

function readList(file: string): KeyList | null {
  const text = readFileSync(file, 'utf8')
  return parseList(text)
}

/** The list that a text holds, or null. A release wraps it: `{ list, … }`. */
export function parseList(text: string): KeyList | null {
  try {
    const value: unknown = JSON.parse(text)
    const inner = (value as { list?: unknown } | null)?.list ?? value
    return isKeyList(inner) ? inner : null
  } catch {
    return null
  }
}
