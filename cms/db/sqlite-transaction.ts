import { type Client, type InStatement, LibsqlError, type Transaction } from '@libsql/client'

/**
 * One transaction on the writer's connection, in the form drizzle expects of libSQL. `release` gives the writer back and is
 * called exactly once, also when the watchdog ends a transaction that nobody has used for `idleMs`.
 */
export function openTransaction(writer: Client, release: () => void, idleMs: number): Transaction {
  let closed = false
  let abandoned = false
  let timer = setTimeout(abandon, idleMs)

  async function end(statement: 'COMMIT' | 'ROLLBACK') {
    closed = true
    clearTimeout(timer)
    try {
      await writer.execute(statement)
    } catch (error) {
      if (statement === 'COMMIT') await writer.execute('ROLLBACK').catch(() => undefined)
      throw error
    } finally {
      release()
    }
  }
  function abandon() {
    abandoned = true
    end('ROLLBACK').catch(() => undefined)
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
      use()
      return writer.execute(statement)
    },
    async batch(statements: InStatement[]) {
      const results = []
      for (const statement of statements) {
        use()
        results.push(await writer.execute(statement))
      }
      return results
    },
    // libSQL ends the open transaction after a script of several statements.
    executeMultiple: () => Promise.reject(new Error('not used: one statement at a time')),
    async commit() {
      use()
      await end('COMMIT')
    },
    async rollback() {
      if (!closed) await end('ROLLBACK')
    },
    close() {
      if (!closed) abandon()
    },
    get closed() {
      return closed
    },
  }
}
