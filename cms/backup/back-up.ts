import { randomBytes } from 'node:crypto'
import { type Dirent, existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Env, payloadSecret } from '#cms/env.ts'
import { takeLock } from '#cms/lock.ts'
import { isRecipient } from '#src/crypto/age.ts'
import { removeExpired } from './expire.ts'
import { type First, formatVersion, isBackupName, isPartName, type Manifest, parts } from './format.ts'
import { databaseFile, decisionOn } from './inventory.ts'
import { BackupProblem, explained } from './problem.ts'
import { countRows, faultsOf, takeSnapshot, wipe } from './snapshot.ts'
import { type Content, syncFolder, writeArchive } from './write-archive.ts'

export type BackupOptions = {
  readonly env: Env
  /** Absolute path of the file to write. */
  readonly file: string
  /** To whom it is sealed; null leaves it open. */
  readonly recipients: readonly string[] | null
  readonly now?: Date
}

/** What a backup holds, and what the person at the shell should know. */
export type BackupReport = {
  readonly media: number
  readonly rows: number | null
  /** Entries of the data folder that no rule knows: they are not in the backup. */
  readonly unknown: readonly string[]
  /** Names of older backups that were removed. */
  readonly expired: readonly string[]
}

/**
 * Writes one file with the database as it is at one moment, uploads, pin of the key list and secret. The server may run. What
 * was acknowledged before the call is in it. On MongoDB the database is not: its own tools dump it.
 * @throws BackupProblem when nothing was written; no half file stays.
 */
export async function backUp(options: BackupOptions): Promise<BackupReport> {
  try {
    refuseBadFile(options)
    return await locked(options)
  } catch (error) {
    throw explained(error)
  }
}

function refuseBadFile({ env, file, recipients }: BackupOptions): void {
  if (recipients && (recipients.length === 0 || !recipients.every(isRecipient)))
    throw new BackupProblem(
      'Penerima tidak dapat dipakai. Yang dicari: age1pq1… utuh, seperti ditulis npm run backup:key.',
      'Unusable recipient. Expected a whole age1pq1…, as npm run backup:key writes it.',
    )
  const isSealed = recipients !== null
  const folder = path.dirname(file)
  if (!isBackupName(path.basename(file), isSealed))
    throw new BackupProblem(
      `Nama berkasnya harus berangkat-aman-….tar${isSealed ? '.age' : ''}: dengan nama itu ia dikenali dan dihapus sesudah 30 hari.`,
      `The file must be called berangkat-aman-….tar${isSealed ? '.age' : ''}: by that name it is known and removed after 30 days.`,
    )
  if (!existsSync(folder))
    throw new BackupProblem(
      `Folder ${folder} tidak ada. Buat dulu.`,
      'There is no such folder. Make it first.',
    )
  if (existsSync(file))
    throw new BackupProblem(
      `${file} sudah ada dan tidak ditimpa. Pilih nama lain.`,
      'That file exists and is not overwritten. Choose another name.',
    )
  if (!existsSync(env.dataDir))
    throw new BackupProblem(
      `Tidak ada folder data ${env.dataDir}. Pakai setelan yang sama dengan server.`,
      'There is no such data folder. Use the same settings as the server.',
    )
  const inside = path.relative(realpathSync(env.dataDir), realpathSync(folder))
  if (inside === '' || !(inside.startsWith('..') || path.isAbsolute(inside)))
    throw new BackupProblem(
      'Cadangan tidak disimpan di dalam folder data: ia hilang bersama folder itu. Pilih diska atau mesin lain.',
      'A backup inside the data folder is lost with it. Choose another disk or machine.',
    )
}

/** One at a time: what an interrupted one left can then be told from one that runs. */
async function locked(options: BackupOptions): Promise<BackupReport> {
  const { dataDir } = options.env
  const lock = takeLock(path.join(dataDir, 'cadangan.lock'))
  if (!lock)
    throw new BackupProblem(
      'Cadangan lain sedang dibuat. Tunggu.',
      'Another backup is under way. Wait for it.',
    )
  try {
    for (const name of readdirSync(dataDir).filter(entry => /^cadangan-\w+\.part$/.test(entry)))
      dropWork(path.join(dataDir, name))
    return await write(options)
  } finally {
    lock.release()
    rmSync(path.join(dataDir, 'cadangan.lock'), { force: true })
  }
}

async function write({ env, file, recipients, now = new Date() }: BackupOptions): Promise<BackupReport> {
  const expired = await removeExpired(path.dirname(file), now)
  const part = `${file}.part`
  rmSync(part, { force: true })
  const work = path.join(env.dataDir, `cadangan-${randomBytes(6).toString('hex')}.part`)
  mkdirSync(work, { mode: 0o700 })
  const removeHalf = () => {
    dropWork(work)
    rmSync(part, { force: true })
  }
  const onSignal = () => {
    removeHalf()
    process.exit(130)
  }
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    const source = databaseFile(env)
    const database = source && path.join(work, parts.database)
    const first: First = {
      format: formatVersion,
      made: now.toISOString(),
      engine: source ? 'sqlite' : 'mongodb',
    }
    if (source && database) {
      takeSnapshot(source, database)
      refuseForeign(source, database)
    }
    const counts = database ? countRows(database) : null
    let media = 0
    const contents = contentsOf(env, first, database, () => media++)
    await writeArchive(part, recipients, contents, written => {
      const manifest: Manifest = { parts: [...written], counts }
      return { name: parts.manifest, from: json(manifest) }
    })
    renameSync(part, file)
    await syncFolder(path.dirname(file))
    return {
      media,
      rows: counts === null ? null : Object.values(counts).reduce((sum, rows) => sum + rows, 0),
      unknown: [
        ...readdirSync(env.dataDir).filter(entry => decisionOn(entry, env) === 'unknown'),
        ...uploadsIn(env).left.map(name => path.join('media', name)),
      ],
      expired,
    }
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
    removeHalf()
  }
}

/** What could not be restored is no backup: a file that is none of ours, or a broken one. */
function refuseForeign(source: string, snapshot: string): void {
  if (faultsOf(snapshot).length === 0 && 'payload_migrations' in countRows(snapshot)) return
  throw new BackupProblem(
    `${source} bukan basis data Berangkat Aman yang utuh; tidak ada yang disimpan. Periksa DATABASE_URL.`,
    'That file is no whole database of Berangkat Aman; nothing was saved. Check DATABASE_URL.',
  )
}

function dropWork(folder: string): void {
  wipe(path.join(folder, parts.database))
  rmSync(folder, { recursive: true, force: true })
}

/** The database first: a row of the snapshot has its file then, unless that was deleted meanwhile. */
async function* contentsOf(
  env: Env,
  first: First,
  database: string | null,
  onMedia: () => void,
): AsyncIterable<Content> {
  yield { name: parts.first, from: json(first) }
  yield { name: parts.secret, from: Buffer.from(`${payloadSecret(env)}\n`) }
  const pin = await readIfThere(env.KEYLIST_PIN_FILE)
  if (pin) yield { name: parts.pin, from: pin }
  if (database) yield { name: parts.database, from: { file: database } }
  for (const name of uploadsIn(env).taken) {
    // Uploads are small, and one may be deleted while it is read: whole or not at all.
    const bytes = await readIfThere(path.join(env.mediaDir, name))
    if (!bytes) continue
    onMedia()
    yield { name: `${parts.media}${name}`, from: bytes }
  }
}

/** Uploads, and what else lies in their folder: folders, and names that no upload has and a restore would refuse. */
function uploadsIn({ mediaDir }: Env): { taken: string[]; left: string[] } {
  const entries = existsSync(mediaDir) ? readdirSync(mediaDir, { withFileTypes: true }) : []
  const isTaken = (entry: Dirent) => entry.isFile() && isPartName(`${parts.media}${entry.name}`)
  const namesOf = (list: readonly Dirent[]) => list.map(({ name }) => name)
  return {
    taken: namesOf(entries.filter(isTaken)),
    left: namesOf(entries.filter(entry => !isTaken(entry))),
  }
}

async function readIfThere(file: string): Promise<Buffer | null> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
