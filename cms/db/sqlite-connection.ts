import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { type InStatement, LibsqlError, type ResultSet, type Row, type Value } from '@libsql/client'

/** Statements kept compiled: Payload sends the same few hundred again and again. */
const KEPT_STATEMENTS = 500

/** Names of SQLite's result codes as Payload and drizzle know them; all others are `SQLITE_ERROR`. */
const codes: Record<number, string> = {
  5: 'SQLITE_BUSY',
  261: 'SQLITE_BUSY_RECOVERY',
  517: 'SQLITE_BUSY_SNAPSHOT',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  778: 'SQLITE_IOERR_WRITE',
  1034: 'SQLITE_IOERR_FSYNC',
  1290: 'SQLITE_IOERR_DIR_FSYNC',
  1546: 'SQLITE_IOERR_TRUNCATE',
  4618: 'SQLITE_IOERR_SHMOPEN',
  4874: 'SQLITE_IOERR_SHMSIZE',
  5386: 'SQLITE_IOERR_SHMMAP',
  13: 'SQLITE_FULL',
  18: 'SQLITE_TOOBIG',
  19: 'SQLITE_CONSTRAINT',
  20: 'SQLITE_MISMATCH',
  25: 'SQLITE_RANGE',
  275: 'SQLITE_CONSTRAINT_CHECK',
  787: 'SQLITE_CONSTRAINT_FOREIGNKEY',
  1299: 'SQLITE_CONSTRAINT_NOTNULL',
  1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  2067: 'SQLITE_CONSTRAINT_UNIQUE',
}

/** One open connection that answers in libSQL's form. Every call blocks until SQLite has answered. */
export type Connection = {
  execute: (statement: InStatement) => ResultSet
  executeMultiple: (sql: string) => void
  close: () => void
}

/** Opens the file. `busyMs` is how long SQLite itself may wait for another process. */
export function openConnection(file: string, busyMs: number): Connection {
  const database = new DatabaseSync(file, { timeout: busyMs, enableForeignKeyConstraints: true })
  const kept = new Map<string, StatementSync>()

  function prepare(sql: string): StatementSync {
    const known = kept.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    statement.setReturnArrays(true)
    kept.set(sql, statement)
    const oldest = kept.size > KEPT_STATEMENTS ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    return statement
  }

  return {
    execute(given) {
      const { args, sql } = typeof given === 'string' ? { args: [], sql: given } : given
      if (!Array.isArray(args)) throw new TypeError('named arguments are not used')
      return explained(() => run(prepare(sql), args.map(toSql)))
    },
    executeMultiple: sql => explained(() => database.exec(sql)),
    close: () => database.close(),
  }
}

function run(statement: StatementSync, values: SQLInputValue[]): ResultSet {
  const columns = statement.columns().map(({ name }) => name)
  const base = { columns, columnTypes: columns.map(() => ''), toJSON: () => ({}) }
  if (columns.length === 0) {
    const { changes, lastInsertRowid } = statement.run(...values)
    return { ...base, rows: [], rowsAffected: Number(changes), lastInsertRowid: BigInt(lastInsertRowid) }
  }
  const rows = statement.all(...values) as unknown as Value[][]
  return { ...base, rows: rows.map(row => toRow(row, columns)), rowsAffected: 0, lastInsertRowid: undefined }
}

/** A row by name and by position; the positions are hidden from those who list its names. */
function toRow(values: Value[], columns: string[]): Row {
  const row = Object.create(null, { length: { value: values.length } }) as Row
  for (const [index, value] of values.entries()) {
    Object.defineProperty(row, index, { value })
    const name = columns[index] ?? ''
    if (!Object.hasOwn(row, name))
      Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true })
  }
  return row
}

function toSql(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.valueOf()
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  if (value === undefined) throw new TypeError('undefined cannot be passed as argument to the database')
  return value as SQLInputValue
}

function explained<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error) || !('errcode' in error)) throw error
    const number = Number(error.errcode)
    throw new LibsqlError(
      error.message,
      codes[number] ?? codes[number & 0xff] ?? 'SQLITE_ERROR',
      number,
      error,
    )
  }
}
