import path from 'node:path'
import { sqliteFile } from '#cms/db/sqlite-file.ts'
import type { Env } from '#cms/env.ts'

/** The SQLite file of these settings, or null where they name a MongoDB. */
export const databaseFile = ({ databaseUrl }: Pick<Env, 'databaseUrl'>): string | null =>
  databaseUrl.startsWith('file:') ? sqliteFile(databaseUrl) : null

/**
 * What lies in a data folder and whether a backup takes it. `kept`: it is in the backup; `rebuilt`: the server makes it anew
 * from what is kept, so a folder that holds it still takes a restore; `left`: neither.
 */
type Kind = { readonly name: RegExp; readonly is: 'kept' | 'rebuilt' | 'left'; readonly why: string }

const kinds: readonly Kind[] = [
  { name: /^media$/, is: 'kept', why: 'what offices uploaded' },
  { name: /^payload-secret$/, is: 'kept', why: 'second factors are sealed with it' },
  {
    name: /^keylist\.pin(\.part)?$/,
    is: 'kept',
    why: 'the key list in force; one that stands is never replaced',
  },
  {
    name: /^releases$/,
    is: 'rebuilt',
    why: 'built from the database; holds the key list of the last release',
  },
  { name: /^CURRENT(\.new)?$/, is: 'rebuilt', why: 'names the release that is served' },
  {
    name: /^(WITHDRAWN|OWNERS)\.json(\.new)?$/,
    is: 'rebuilt',
    why: 'take-downs and what they take along, from the database and from a build',
  },
  { name: /^assets$/, is: 'rebuilt', why: 'copies out of releases' },
  { name: /^cache$/, is: 'rebuilt', why: 'speeds builds up' },
  { name: /^build\.pid$/, is: 'rebuilt', why: 'names a build that runs' },
  { name: /^akun-pertama\.txt$/, is: 'left', why: 'a one-time link must not come alive again' },
  { name: /^akun-demo\.json$/, is: 'left', why: 'passwords of a demo' },
  { name: /^(server|cadangan)\.lock(-journal)?$/, is: 'rebuilt', why: 'ends with its process' },
  { name: /^\.tulis-uji-[\da-f-]+$/, is: 'rebuilt', why: 'a try whether there is room' },
  { name: /^(cadangan|pemulihan)-\w+\.part$/, is: 'rebuilt', why: 'unfinished work of backup and restore' },
]

/** The same for what lies beside an SQLite file, by what follows its name. */
const besideDatabase: readonly Kind[] = [
  { name: /^$/, is: 'kept', why: 'as a snapshot' },
  { name: /^-(wal|shm|journal)$/, is: 'left', why: 'in the snapshot' },
  { name: /^\.lock(-journal)?$/, is: 'rebuilt', why: 'ends with its process' },
  { name: /^\.sebelum-migrasi-/, is: 'left', why: 'a backup itself; removed after 30 days' },
  { name: /^\.pulih/, is: 'rebuilt', why: 'unfinished work of a restore' },
]

export type Decision = Kind['is'] | 'unknown'

/** What a backup does with this entry of the data folder; `unknown` when nobody has decided yet. */
export function decisionOn(entry: string, env: Pick<Env, 'databaseUrl' | 'dataDir'>): Decision {
  const file = databaseFile(env)
  const own = file !== null && path.dirname(file) === env.dataDir ? path.basename(file) : null
  const beside = own !== null && entry.startsWith(own) ? entry.slice(own.length) : null
  const found =
    (beside !== null && besideDatabase.find(kind => kind.name.test(beside))) ||
    kinds.find(kind => kind.name.test(entry))
  return found ? found.is : 'unknown'
}
