import type { DatabaseAdapterObj } from 'payload'
import type { Env } from '#cms/env.ts'
import { mongo } from './mongo.ts'
import { type Migrations, sqlite } from './sqlite.ts'

/** The database by its address: `file:…` is SQLite in this process, `mongodb://…` a MongoDB server. */
export function databaseAdapter(env: Pick<Env, 'databaseUrl'>, migrations: Migrations): DatabaseAdapterObj {
  const { databaseUrl } = env
  if (databaseUrl.startsWith('file:')) return sqlite(databaseUrl, migrations)
  return mongo(databaseUrl, isPlainMongo(databaseUrl))
}

/** `?…&appName=ferretdb` in the address asks for the plain dialect; see docs/decisions. */
function isPlainMongo(url: string): boolean {
  return new URL(url).searchParams.get('appName') === 'ferretdb'
}
