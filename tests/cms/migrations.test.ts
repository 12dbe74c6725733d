import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
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

  it('that fails again and again leaves one copy, of the file before it', async () => {
    const broken = {
      name: '20270103_000000_broken',
      down: async () => {},
      up: async () => {
        throw new Error('broken')
      },
    }
    await (await start(migrations)).destroy()
    for (let round = 0; round < 2; round += 1) {
      await expect(start([...migrations, broken])).rejects.toThrow()
      // Copies were once told apart by the second.
      await setTimeout(1100)
    }
    const copies = readdirSync(folder).filter(name => name.includes('sebelum-migrasi'))
    expect(copies).toEqual(['x.db.sebelum-migrasi-20270103_000000_broken'])
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

  /** Starts on the old setting with these lines (key, where, country, Indonesian name), then on everything. */
  async function carry(lines: readonly (readonly [string, string, string | null, string])[]) {
    const before = migrations.slice(
      0,
      migrations.findIndex(({ name }) => name.endsWith('help_channels')),
    )
    const first = await start(before)
    const { drizzle } = first.db as unknown as { drizzle: MigrateUpArgs['db'] }
    await drizzle.run(sql`INSERT INTO help_lines (id) VALUES ('x')`)
    for (const [index, [key, where, country, name]] of lines.entries()) {
      const id = `a${index}`
      await drizzle.run(sql`INSERT INTO help_lines_lines
          (_order, _parent_id, id, key, "where", kind, identity, tel, country, source_title)
        VALUES (${index}, 'x', ${id}, ${key}, ${where}, 'darurat', 'tidak', '+85512813282', ${country}, 'Sumber uji')`)
      await drizzle.run(sql`INSERT INTO help_lines_lines_locales (name, purpose, _locale, _parent_id)
        VALUES (${name}, 'Untuk WNI', 'id', ${id}), ('Embassy', 'For citizens', 'en', ${id})`)
    }
    await first.destroy()
    const second = await start(migrations)
    const { docs } = await second.find({
      collection: 'help-channels',
      draft: true,
      pagination: false,
      overrideAccess: true,
    })
    return { shown: await readHelpLines(second), docs }
  }

  it('carries the help lines of the old setting over, in both languages and open to the admin', async () => {
    const { docs, shown } = await carry([['kbri-uji', 'luar-negeri', 'Kamboja', 'KBRI Phnom Penh']])
    expect(shown).toEqual([
      expect.objectContaining({
        id: 'kbri-uji',
        name: { id: 'KBRI Phnom Penh', en: 'Embassy' },
        purpose: { id: 'Untuk WNI', en: 'For citizens' },
        tel: '+85512813282',
        country: 'kh',
        body: 'kbri',
      }),
    ])
    expect(docs).toHaveLength(1)
  })

  it('finds the country of an old line however it was written', async () => {
    const written = [' kamboja', 'CAMBODIA', 'Hongkong', 'hong-kong', 'Saudi  Arabia', 'Türkiye']
    const { shown } = await carry(
      written.map((country, index) => [`baris-${index}`, 'luar-negeri', country, 'KJRI Uji'] as const),
    )
    expect(shown.map(({ country }) => country)).toEqual(['kh', 'kh', 'hk', 'hk', 'sa', 'tr'])
    expect(new Set(shown.map(({ body }) => body))).toEqual(new Set(['kjri']))
  })

  it('keeps an old line whose country it cannot tell as a draft, and shows it for no country', async () => {
    const { docs, shown } = await carry([
      ['antah', 'luar-negeri', 'Antah Berantah', 'KBRI Antah'],
      ['tanpa', 'luar-negeri', null, 'KBRI tanpa negara'],
      ['jauh', 'indonesia', 'Kamboja', 'Polisi'],
      ['semua', 'luar-negeri', null, 'Hotline Kemlu'],
      ['rumah', 'indonesia', 'Indonesia', 'BP3MI Uji'],
    ])
    expect(shown.map(({ body, country, id }) => [id, country, body])).toEqual([
      ['rumah', null, 'bp3mi'],
      ['semua', null, null],
    ])
    const waiting = docs.filter(({ _status }) => _status === 'draft')
    expect(waiting.map(({ slug }) => slug).sort()).toEqual(['antah', 'jauh', 'tanpa'])
    expect(waiting.find(({ slug }) => slug === 'antah')?.source?.note).toContain('Antah Berantah')
  })

  it('gives the second of two old lines with one key another address', async () => {
    const { shown } = await carry([
      ['sama', 'luar-negeri', 'Kamboja', 'KBRI Satu'],
      ['sama', 'luar-negeri', 'Kamboja', 'KBRI Dua'],
      ['sama-2', 'luar-negeri', 'Kamboja', 'KBRI Tiga'],
    ])
    expect(shown.map(({ id, name }) => [id, name.id])).toEqual([
      ['sama', 'KBRI Satu'],
      ['sama-2', 'KBRI Tiga'],
      ['sama-3', 'KBRI Dua'],
    ])
  })

  it('keeps no copy for longer than other backups', async () => {
    const old = path.join(folder, 'x.db.sebelum-migrasi-20200101000000')
    writeFileSync(old, 'lama')
    utimesSync(old, new Date('2020-01-01'), new Date('2020-01-01'))
    await start(migrations)
    expect(readdirSync(folder)).not.toContain(path.basename(old))
  })
})
