import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSqliteClient } from '#cms/db/sqlite-client.ts'

let folder: string
let file: string
let client: Client
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'berangkat-aman-sqlite-'))
  file = path.join(folder, 'test.db')
  client = await createSqliteClient(file, { acquireTimeoutMs: 1000, idleTransactionMs: 150 })
  await client.execute('CREATE TABLE a (b INTEGER)')
})
afterEach(() => {
  client.close()
  rmSync(folder, { recursive: true, force: true })
})

const count = async () => Number((await client.execute('SELECT count(*) AS n FROM a')).rows[0]?.n)
const insert = 'INSERT INTO a VALUES (1)'
async function pragma(name: string): Promise<unknown> {
  const transaction = await client.transaction()
  const result = await transaction.execute(`PRAGMA ${name}`)
  await transaction.rollback()
  return Object.values(result.rows[0] ?? {})[0]
}

describe('the SQLite client', () => {
  it('lets writers wait for each other instead of failing', async () => {
    const one = await client.transaction()
    const others = Promise.all(Array.from({ length: 20 }, () => client.execute(insert)))
    await wait(30)
    await one.execute(insert)
    await one.commit()
    await others
    expect(await count()).toBe(21)
  })

  it('reads committed rows only, without waiting for the writer', async () => {
    const one = await client.transaction()
    await one.execute(insert)
    expect(await count()).toBe(0)
    await one.commit()
    expect(await count()).toBe(1)
  })

  it('takes back everything of a rolled back transaction', async () => {
    const one = await client.transaction()
    await one.execute(insert)
    await one.rollback()
    expect(await count()).toBe(0)
  })

  it('rolls back a transaction that was forgotten, so that the next can write', async () => {
    const forgotten = await client.transaction()
    await forgotten.execute(insert)
    await wait(250)
    await client.execute(insert)
    expect(await count()).toBe(1)
    await expect(forgotten.execute(insert)).rejects.toThrow('was rolled back after 150 ms')
  })

  it('names the likely cause when the writer stays taken', async () => {
    const one = await client.transaction()
    const busy = setInterval(() => one.execute('SELECT 1'), 50)
    await expect(client.execute(insert)).rejects.toThrow('Does a nested call lack `req`?')
    clearInterval(busy)
    await one.rollback()
  })

  it('waits for another process that holds the file', async () => {
    const other = await createSqliteClient(file)
    const held = await other.transaction()
    const mine = client.execute(insert)
    await wait(100)
    await held.rollback()
    await mine
    other.close()
    expect(await count()).toBe(1)
  })

  it.each([
    ['foreign_keys', 1],
    ['secure_delete', 1],
    ['journal_mode', 'wal'],
    ['busy_timeout', 20],
    ['synchronous', 2],
  ])('keeps %s after a transaction', async (name, value) => {
    await pragma(name)
    expect(await pragma(name)).toBe(value)
  })

  it('writes nothing through the reader', async () => {
    await expect(client.execute('select 1; drop table a')).resolves.toBeDefined()
    expect(await count()).toBe(0)
  })

  it('keeps committing after a write was refused', async () => {
    await client.execute('CREATE UNIQUE INDEX c ON a (b)')
    await client.execute(insert)
    await expect(client.execute(insert)).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' })
    await client.execute('INSERT INTO a VALUES (2)')
    const other = await createSqliteClient(file)
    expect((await other.execute('SELECT count(*) AS n FROM a')).rows[0]?.n).toBe(2)
    other.close()
  })

  it('leaves all in the one file when it closes', async () => {
    await client.execute(insert)
    client.close()
    rmSync(path.join(folder, 'test.db-wal'), { force: true })
    client = await createSqliteClient(file)
    expect(await count()).toBe(1)
  })
})
