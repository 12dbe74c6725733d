import { type InStatement, LibsqlError, type Transaction } from '@libsql/client'
import type { Connection } from './sqlite-connection.ts'

/** `failure` is why the commit failed, else null: drizzle's own promise does not say. */
export type SqliteTransaction = Transaction & { readonly failure: unknown }

/**
 * One transaction on the writer's connection, in the form drizzle expects of libSQL. `release` gives the writer back and is
 * called exactly once, also when the watchdog ends a transaction that nobody has used for `idleMs`. `turn` is awaited before
 * each statement.
 */
export function openTransaction(
  writer: Connection,
  release: () => void,
  turn: () => Promise<void>,
  idleMs: number,
): SqliteTransaction {
  let closed = false
  let abandoned = false
  let failure: unknown = null
  let timer = setTimeout(abandon, idleMs)

  function close(statement: 'COMMIT' | 'ROLLBACK') {
    closed = true
    clearTimeout(timer)
    try {
      writer.execute(statement)
    } catch (error) {
      if (statement === 'COMMIT') {
        failure = error
        undo()
        throw error
      }
      // SQLite has rolled back by itself, as it does when the disk is full.
    } finally {
      release()
    }
  }
  function undo() {
    try {
      writer.execute('ROLLBACK')
    } catch {
      // The failed commit has rolled back already.
    }
  }
  function abandon() {
    abandoned = true
    close('ROLLBACK')
  }
  function use() {
    if (closed) {
      const why = abandoned ? `was rolled back after ${idleMs} ms without a statement` : 'is closed'
      throw new LibsqlError(`The transaction ${why}`, 'TRANSACTION_CLOSED')
    }
    clearTimeout(timer)
    timer = setTimeout(abandon, idleMs)
  }

  return {
    async execute(statement: InStatement) {
      await turn()
      use()
      return writer.execute(statement)
    },
    async batch(statements: InStatement[]) {
      const results = []
      for (const statement of statements) {
        await turn()
        use()
        results.push(writer.execute(statement))
      }
      return results
    },
    executeMultiple: () => Promise.reject(new Error('not used: one statement at a time')),
    async commit() {
      await turn()
      use()
      close('COMMIT')
    },
    async rollback() {
      if (!closed) close('ROLLBACK')
    },
    close() {
      if (!closed) abandon()
    },
    get failure() {
      return failure
    },
    get closed() {
      return closed
    },
  }
}
