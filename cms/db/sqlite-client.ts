import { setTimeout as wait } from 'node:timers/promises'
import type { Client, InStatement, ResultSet } from '@libsql/client'
import { createMutex } from './mutex.ts'
import { openConnection } from './sqlite-connection.ts'
import { openTransaction } from './sqlite-transaction.ts'
import { createTurns } from './turns.ts'

/** Longest wait for the writer. Longer than any honest transaction, shorter than a client's patience. */
const ACQUIRE_TIMEOUT_MS = 20_000
/** A transaction in which nothing happens for so long was forgotten: it is rolled back. */
const IDLE_TRANSACTION_MS = 15_000
/** How long SQLite itself may wait for another process; the event loop stands still meanwhile, so the rest is waited for here. */
const BUSY_TIMEOUT_MS = 20
const RETRY_PAUSE_MS = 25

export type SqliteLimits = { acquireTimeoutMs?: number; idleTransactionMs?: number }

const isBusy = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
const isRead = (statement: InStatement) =>
  /^\s*(?:select|explain)\b/i.test(typeof statement === 'string' ? statement : statement.sql)

/**
 * A client for one file with one writer and one reader, to be given to Payload's SQLite adapter in place of libSQL's own.
 *
 * Writers queue on a mutex and start with `BEGIN IMMEDIATE`, so none ever fails because another is at work; reads outside a
 * transaction go to a second connection, which sees committed rows only and never waits. Both connections stay open, so their
 * pragmas hold. See docs/decisions/010-sqlite-client.md.
 */
export async function createSqliteClient(file: string, limits: SqliteLimits = {}): Promise<Client> {
  const acquireTimeoutMs = limits.acquireTimeoutMs ?? ACQUIRE_TIMEOUT_MS
  const idleMs = limits.idleTransactionMs ?? IDLE_TRANSACTION_MS
  const turn = createTurns()
  const writer = openConnection(file, BUSY_TIMEOUT_MS)
  await retry(() => writer.execute('PRAGMA journal_mode = WAL'))
  for (const pragma of ['synchronous = FULL', 'secure_delete = ON', 'journal_size_limit = 16777216']) {
    writer.execute(`PRAGMA ${pragma}`)
  }
  const reader = openConnection(file, BUSY_TIMEOUT_MS)
  reader.execute('PRAGMA query_only = ON')
  const mutex = createMutex('SQLite writer')
  let closed = false

  async function retry<T>(run: () => T): Promise<T> {
    const end = Date.now() + acquireTimeoutMs
    for (;;) {
      await turn()
      try {
        return run()
      } catch (error) {
        if (!isBusy(error) || Date.now() > end) throw error
        await wait(RETRY_PAUSE_MS)
      }
    }
  }
  async function exclusively<T>(run: () => T): Promise<T> {
    const release = await mutex.acquire(acquireTimeoutMs)
    try {
      return await retry(run)
    } finally {
      release()
    }
  }
  async function begin() {
    const release = await mutex.acquire(acquireTimeoutMs)
    try {
      await retry(() => writer.execute('BEGIN IMMEDIATE'))
    } catch (error) {
      release()
      throw error
    }
    return openTransaction(writer, release, turn, idleMs)
  }
  async function batch(statements: InStatement[]): Promise<ResultSet[]> {
    const transaction = await begin()
    try {
      const results = await transaction.batch(statements)
      await transaction.commit()
      return results
    } catch (error) {
      await transaction.rollback()
      throw error
    }
  }

  return {
    execute(statement: InStatement, args?: never) {
      const whole = args && typeof statement === 'string' ? { sql: statement, args } : statement
      return isRead(whole) ? retry(() => reader.execute(whole)) : exclusively(() => writer.execute(whole))
    },
    batch: statements => batch(statements as InStatement[]),
    migrate: () => Promise.reject(new Error('not used: migrations run through Payload')),
    transaction: begin,
    executeMultiple: sql => exclusively(() => writer.executeMultiple(sql)),
    sync: () => Promise.reject(new Error('not used: the file is local')),
    close() {
      if (closed) return
      closed = true
      reader.close()
      writer.close()
    },
    get closed() {
      return closed
    },
    protocol: 'file',
  } satisfies Client
}
