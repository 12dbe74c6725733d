import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { getPayload, type Payload } from 'payload'
import { buildCmsConfig } from '#cms/build-config.ts'
import { readPin, writePin } from '#cms/endpoints/report-keys.ts'
import type { Env } from '#cms/env.ts'
import { lockFile, takeLock } from '#cms/lock.ts'
import { migrations } from '#cms/migrations/index.ts'
import { collections } from '#src/slugs.ts'
import { backupDays, type First, type Manifest, parts } from './format.ts'
import { databaseFile, decisionOn } from './inventory.ts'
import { BackupProblem, explained } from './problem.ts'
import { readArchive } from './read-archive.ts'
import { listsAtHand, parseList, restoredList } from './restored-list.ts'
import { isTooOld, type Settled, settle } from './settle.ts'
import { countRows, faultsOf, migrationsIn, wipe } from './snapshot.ts'
import { syncFolder } from './write-archive.ts'

export type RestoreOptions = {
  readonly env: Env
  /** Absolute path of the backup. */
  readonly file: string
  readonly identities: readonly string[] | null
  /** A key list from elsewhere, as a file; null where none was given. */
  readonly listFile: string | null
  /** Asks for the hash of the key list as members published it. */
  readonly askHash: () => Promise<string>
  /** Whether a backup older than reporters are promised is taken, without its reports. */
  readonly mayBeTooOld: boolean
  readonly now?: Date
}
export type RestoreReport = Settled & {
  readonly made: Date
  readonly media: number
  readonly isListAdded: boolean
}

/**
 * Puts a backup into an empty data folder and brings it into a state that may be served. On MongoDB the database must have been
 * put back by its own tools before.
 * @throws BackupProblem when the folder is as it was before.
 */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
  const { env } = options
  try {
    if (!existsSync(options.file))
      throw new BackupProblem(`Tidak ada berkas ${options.file}.`, 'There is no such file.')
    const lock = takeLock(lockFile(env))
    if (!lock)
      throw new BackupProblem(
        'Folder data ini sedang dipakai server. Hentikan servernya dulu.',
        'A server uses this data folder. Stop it first.',
      )
    const places = placesOf(env)
    const undo = () => dropWork(places)
    const onSignal = () => {
      undo()
      process.exit(130)
    }
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
    try {
      mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
      dropUnfinished(env)
      refuseFilled(env)
      mkdirSync(places.media, { recursive: true, mode: 0o700 })
      return await putBack(options, places)
    } finally {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
      undo()
      lock.release()
    }
  } catch (error) {
    throw explained(error)
  }
}

type Places = { work: string; media: string; secret: string; pin: string; database: string | null }

/** Where parts lie until all is well: on the disks on which they will stay. */
function placesOf(env: Env): Places {
  const work = path.join(env.dataDir, `pemulihan-${randomBytes(6).toString('hex')}.part`)
  const file = databaseFile(env)
  return {
    work,
    media: path.join(work, 'media'),
    secret: path.join(work, parts.secret),
    pin: path.join(work, parts.pin),
    database: file && `${file}.pulih`,
  }
}

function dropWork({ database, work }: Places): void {
  if (database) {
    const folder = path.dirname(database)
    const names = existsSync(folder) ? readdirSync(folder) : []
    for (const name of names.filter(entry => entry.startsWith(path.basename(database))))
      wipe(path.join(folder, name))
  }
  rmSync(work, { recursive: true, force: true })
}

/**
 * What a restore that was killed left behind. The database moves into its place last: without one, uploads and secret beside such
 * a folder are of that restore, because it began in an empty folder.
 */
function dropUnfinished(env: Env): void {
  const left = readdirSync(env.dataDir).filter(name => /^pemulihan-\w+\.part$/.test(name))
  const file = databaseFile(env)
  if (left.length === 0 || (file && existsSync(file))) return
  for (const name of left) dropWork({ ...placesOf(env), work: path.join(env.dataDir, name) })
  rmSync(env.mediaDir, { recursive: true, force: true })
  rmSync(path.join(env.dataDir, parts.secret), { force: true })
}

/** Nothing is mixed with what stands: only the pin may be there, and what is rebuilt. */
function refuseFilled(env: Env): void {
  const isPin = (entry: string) => path.join(env.dataDir, entry) === env.KEYLIST_PIN_FILE
  const inTheWay = readdirSync(env.dataDir).filter(
    entry => decisionOn(entry, env) !== 'rebuilt' && !isPin(entry),
  )
  const file = databaseFile(env)
  // A log that was left beside the file would be read into the new one.
  const ofDatabase = file ? ['', '-wal', '-shm', '-journal'].map(end => `${file}${end}`) : []
  inTheWay.push(...ofDatabase.filter(one => existsSync(one) && !inTheWay.includes(path.basename(one))))
  if (inTheWay.length === 0) return
  throw new BackupProblem(
    `Folder data ${env.dataDir} tidak kosong: ${inTheWay.join(', ')}. Pindahkan dulu isinya ke folder lain; berkas pin, CURRENT, dan releases boleh tetap.`,
    'The data folder is not empty. Move what is in it to another folder first; pin file, CURRENT and releases may stay.',
  )
}

async function putBack(options: RestoreOptions, places: Places): Promise<RestoreReport> {
  const { env, file, now = new Date() } = options
  const { first, manifest } = await readArchive(file, options.identities, (part, told) => {
    refuseOther(told, env)
    refuseTooOld(told, now, options.mayBeTooOld)
    return placeOf(part, places)
  })
  const made = new Date(first.made)
  if (places.database) checkDatabase(places.database, manifest)
  const secret = secretFor(env, places)
  const payload = await openDatabase(env, places, secret)
  let settled: Settled
  let list: Awaited<ReturnType<typeof restoredList>>
  try {
    if (!places.database) await refuseEmptyMongo(payload)
    list = await restoredList({
      standing: readPin(env.KEYLIST_PIN_FILE),
      backedUp: await newestList(payload),
      others: listsAtHand(env, options.listFile),
      askHash: options.askHash,
    })
    settled = await settle(payload, { made, now, added: list.added })
  } finally {
    await payload.destroy()
  }
  const undo = moveIn(env, places)
  try {
    if (list.pin !== null && readPin(env.KEYLIST_PIN_FILE) === null) writePin(env.KEYLIST_PIN_FILE, list.pin)
    // The last step: without its database nothing else counts.
    const target = databaseFile(env)
    if (places.database && target) renameSync(places.database, target)
  } catch (error) {
    undo()
    throw error
  }
  await syncFolder(env.dataDir)
  const media = manifest.parts.filter(({ name }) => name.startsWith(parts.media)).length
  return { ...settled, made, media, isListAdded: list.added !== null }
}

function refuseOther({ engine }: First, env: Env): void {
  if ((engine === 'sqlite') === (databaseFile(env) !== null)) return
  const name = engine === 'sqlite' ? 'SQLite' : 'MongoDB'
  throw new BackupProblem(
    `Cadangan ini dari ${name}, tetapi DATABASE_URL menunjuk yang lain. Samakan DATABASE_URL.`,
    `This backup is of ${name}, and DATABASE_URL names the other one. Make them agree.`,
  )
}

function refuseTooOld({ made }: First, now: Date, mayBe: boolean): void {
  if (mayBe || !isTooOld(new Date(made), now)) return
  throw new BackupProblem(
    `Cadangan ini dari ${made}, lebih tua daripada ${backupDays} hari yang dijanjikan kepada pelapor. Dengan --lewat-umur isinya dipulihkan TANPA laporan.`,
    `This backup is older than the ${backupDays} days promised to reporters. With --lewat-umur its content is restored WITHOUT reports.`,
  )
}

function placeOf(part: string, places: Places): string {
  if (part === parts.database && places.database) return places.database
  if (part === parts.secret) return places.secret
  if (part === parts.pin) return places.pin
  return path.join(places.media, part.slice(parts.media.length))
}

function checkDatabase(file: string, manifest: Manifest): void {
  const faults = existsSync(file) ? faultsOf(file) : ['-']
  if (faults.length > 0 || JSON.stringify(countRows(file)) !== JSON.stringify(manifest.counts))
    throw new BackupProblem(
      `Basis data dalam cadangan ini rusak (${faults.slice(0, 3).join('; ') || 'jumlah baris'}). Pakai cadangan lain.`,
      'The database in this backup is broken. Use another one.',
    )
  const known = new Set(migrations.map(({ name }) => name))
  const newer = migrationsIn(file).filter(name => !known.has(name))
  if (newer.length > 0)
    throw new BackupProblem(
      `Cadangan ini dari versi yang lebih baru (${newer.join(', ')}). Pasang versi itu dulu.`,
      'A newer version made this backup. Install that version first.',
    )
}

/** The secret under which second factors are sealed; a restore with another one would lock everybody out of theirs. */
function secretFor(env: Env, places: Places): string {
  const secret = readFileSync(places.secret, 'utf8').trim()
  if (env.PAYLOAD_SECRET && env.PAYLOAD_SECRET !== secret)
    throw new BackupProblem(
      'PAYLOAD_SECRET di setelan bukan yang dipakai waktu mencadangkan. Kosongkan, atau isi dengan yang lama.',
      'PAYLOAD_SECRET in the settings is not the one of the backup. Leave it out, or set the old one.',
    )
  return secret
}

/** Opens the database where it was put for now, which also brings it to the newest layout. */
async function openDatabase(env: Env, places: Places, secret: string): Promise<Payload> {
  const databaseUrl = places.database ? `file:${places.database}` : env.databaseUrl
  const config = await buildCmsConfig({ ...env, databaseUrl }, { migrations, secret })
  return getPayload({ config, key: places.work, disableOnInit: true })
}

async function refuseEmptyMongo(payload: Payload): Promise<void> {
  const { totalDocs } = await payload.count({ collection: collections.users, overrideAccess: true })
  if (totalDocs > 0) return
  throw new BackupProblem(
    'Basis data MongoDB masih kosong. Pulihkan dulu: mongorestore --uri="$DATABASE_URL" --archive=BERKAS --gzip. Lalu ulangi perintah ini.',
    'The MongoDB database is empty. Put it back first: mongorestore --uri="$DATABASE_URL" --archive=FILE --gzip. Then run this again.',
  )
}

async function newestList(payload: Payload) {
  const { docs } = await payload.find({
    collection: collections.keyLists,
    sort: '-serial',
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  if (!docs[0]) return null
  const list = parseList(docs[0].list)
  if (list) return list
  throw new BackupProblem(
    'Daftar kunci dalam cadangan ini tidak terbaca. Pakai cadangan lain.',
    'The key list in this backup cannot be read. Use another one.',
  )
}

/** Moves uploads and secret into their places. Returns what takes them away again. */
function moveIn(env: Env, places: Places): () => void {
  const moves: [string, string][] = [[places.media, env.mediaDir]]
  if (!env.PAYLOAD_SECRET) moves.push([places.secret, path.join(env.dataDir, parts.secret)])
  for (const [from, to] of moves) renameSync(from, to)
  return () => {
    for (const [, to] of moves) rmSync(to, { recursive: true, force: true })
  }
}
