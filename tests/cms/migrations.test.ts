import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'
import { getPayload, type Payload } from 'payload'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildCmsConfig } from '#cms/build-config.ts'
import type { Migrations } from '#cms/db/sqlite.ts'
import { parseEnv } from '#cms/env.ts'
import { readHelpLines } from '#cms/endpoints/public-settings.ts'
import { migrations } from '#cms/migrations/index.ts'
import { freshData } from './access-fixtures.ts'

let folder: string
let open: Payload[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'berangkat-aman-migrations-'))
})
afterEach(async () => {
  for (const payload of open) await payload.destroy()
  open = []
  rmSync(folder, { recursive: true, force: true })
})

async function start(list: Migrations): Promise<Payload> {
  const env = parseEnv({
    NODE_ENV: 'test',
    DATA_DIR: folder,
    DATABASE_URL: `file:${path.join(folder, 'x.db')}`,
  })
  const config = await buildCmsConfig(env, {
    migrations: list,
    secret: 'a secret that only the tests know, 32+',
  })
  const payload = await getPayload({ config, key: randomUUID(), disableOnInit: true })
  open.push(payload)
  return payload
}

/** Makes the table of figures anew, as drizzle does when a column becomes required. */
const remake = {
  name: '20270101_000000_remake',
  down: async () => {},
  up: async ({ db }: MigrateUpArgs) => {
    await db.run(sql`CREATE TABLE __new_figures AS SELECT * FROM figures`)
    await db.run(sql`DROP TABLE figures`)
    await db.run(sql`ALTER TABLE __new_figures RENAME TO figures`)
    await db.run(sql`CREATE UNIQUE INDEX figures_id ON figures (id)`)
  },
}
const orphan = {
  name: '20270102_000000_orphan',
  down: async () => {},
  up: async ({ db }: MigrateUpArgs) => {
    await db.run(sql`DELETE FROM figures`)
  },
}

describe('a migration', () => {
  it('that makes a table anew loses no row that refers to it', async () => {
    const first = await start(migrations)
    const { id } = await first.create({
      collection: 'figures',
      data: freshData('figures', 'published') as never,
      overrideAccess: true,
    })
    await first.destroy()
    const second = await start([...migrations, remake])
    const figure = await second.findByID({ collection: 'figures', id, overrideAccess: true })
    expect(figure.sources).toHaveLength(1)
  })

  it('leaves a copy of the file as it was', async () => {
    await (await start(migrations)).destroy()
    await start([...migrations, remake])
    expect(readdirSync(folder).filter(name => name.includes('sebelum-migrasi'))).toHaveLength(1)
  })

  it('that breaks references stops the start and names the copy', async () => {
    const first = await start(migrations)
    await first.create({
      collection: 'figures',
      data: freshData('figures', 'published') as never,
      overrideAccess: true,
    })
    await first.destroy()
    await expect(start([...migrations, orphan])).rejects.toThrow(
      /broke references in .*figures_sources.*sebelum-migrasi/s,
    )
  })

  it('runs once, and a start without one copies nothing', async () => {
    await (await start(migrations)).destroy()
    const again = await start([...migrations])
    const { totalDocs } = await again.count({ collection: 'payload-migrations', overrideAccess: true })
    expect([totalDocs, readdirSync(folder).filter(name => name.includes('sebelum-migrasi')).length]).toEqual([
      migrations.length,
      0,
    ])
  })

  it('carries the help lines of the old setting over, in both languages and open to the admin', async () => {
    const before = migrations.slice(
      0,
      migrations.findIndex(({ name }) => name.endsWith('help_channels')),
    )
    const first = await start(before)
    const run = (text: string) =>
      (first.db as unknown as { drizzle: MigrateUpArgs['db'] }).drizzle.run(sql.raw(text))
    await run(`INSERT INTO help_lines (id) VALUES ('x')`)
    await run(`INSERT INTO help_lines_lines (_order, _parent_id, id, key, "where", kind, identity, tel, country, source_title)
      VALUES (1, 'x', 'a', 'kbri-uji', 'luar-negeri', 'darurat', 'tidak', '+85512813282', 'Kamboja', 'Sumber uji')`)
    await run(`INSERT INTO help_lines_lines_locales (name, purpose, _locale, _parent_id)
      VALUES ('KBRI', 'Untuk WNI', 'id', 'a'), ('Embassy', 'For citizens', 'en', 'a')`)
    await first.destroy()
    const second = await start(migrations)
    const [line] = await readHelpLines(second)
    expect(line).toMatchObject({
      id: 'kbri-uji',
      name: { id: 'KBRI', en: 'Embassy' },
      purpose: { id: 'Untuk WNI', en: 'For citizens' },
      tel: '+85512813282',
      country: 'kh',
    })
    const { totalDocs } = await second.find({
      collection: 'help-channels',
      draft: true,
      overrideAccess: true,
    })
    expect(totalDocs).toBe(1)
  })

  it('keeps no copy for longer than other backups', async () => {
    const old = path.join(folder, 'x.db.sebelum-migrasi-20200101000000')
    writeFileSync(old, 'lama')
    utimesSync(old, new Date('2020-01-01'), new Date('2020-01-01'))
    await start(migrations)
    expect(readdirSync(folder)).not.toContain(path.basename(old))
  })
})
