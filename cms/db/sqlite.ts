import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import { root } from '#cms/env.ts'
import { migrateSafely } from './migrate-safely.ts'
import { createSqliteClient } from './sqlite-client.ts'
import { sqliteFile } from './sqlite-file.ts'
import type { SqliteTransaction } from './sqlite-transaction.ts'

export type Migrations = NonNullable<SQLiteAdapter['prodMigrations']>

/** Our transaction inside drizzle's. */
function transactionOf(database: unknown): SqliteTransaction {
  return (database as { session: { tx: SqliteTransaction } }).session.tx
}

/**
 * Payload's SQLite adapter on our own client (one writer, one reader), which also brings the file to the newest migration
 * before anything reads it. Ids are random UUIDs as text.
 */
export function sqlite(url: string, migrations: Migrations): DatabaseAdapterObj {
  const file = sqliteFile(url)
  const base = sqliteAdapter({
    client: { url: `file:${file}` },
    idType: 'uuid',
    push: false,
    transactionOptions: {},
    migrationDir: path.join(root, 'cms/migrations'),
  })

  return {
    ...base,
    init(args) {
      const adapter = base.init(args) as unknown as SQLiteAdapter
      const { connect, destroy, migrate } = adapter
      if (!connect || !destroy) throw new Error('the SQLite adapter has no connect or destroy')

      adapter.migrate = () =>
        migrateSafely(adapter, file, migrations, () =>
          migrate.call(adapter, {
            migrations: migrations as Parameters<typeof migrate>[0] extends
              | { migrations?: infer M }
              | undefined
              ? M
              : never,
          }),
        )
      adapter.connect = async options => {
        mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
        adapter.client ??= await createSqliteClient(file)
        await connect.call(adapter, options)
        await adapter.migrate()
      }
      adapter.commitTransaction = async given => {
        const id = await given
        const session = adapter.sessions[String(id)]
        if (!session) return
        delete adapter.sessions[String(id)]
        await session.resolve()
        const { failure } = transactionOf(session.db)
        if (failure) throw failure
      }
      adapter.destroy = async () => {
        adapter.client?.close()
        Reflect.deleteProperty(adapter, 'client')
        await destroy.call(adapter)
      }
      return adapter as unknown as ReturnType<typeof base.init>
    },
  } as DatabaseAdapterObj
}
