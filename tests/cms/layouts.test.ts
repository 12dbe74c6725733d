import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type CollectionSlug, getPayload, type Payload } from 'payload'
import { afterEach, describe, expect, it, test } from 'vitest'
import { buildCmsConfig } from '#cms/build-config.ts'
import type { Migrations } from '#cms/db/sqlite.ts'
import { handleRest } from '#cms/endpoints/rest.ts'
import { type Env, parseEnv, root } from '#cms/env.ts'
import { migrations } from '#cms/migrations/index.ts'
import { collections } from '#src/slugs.ts'
import { database } from '#tests/helpers/database.ts'
import { signIn } from '#tests/helpers/staff.ts'
import { contentSlugs } from './access-fixtures.ts'

const rowsOf = path.join(root, 'tests/fixtures/layouts')
const layouts = readdirSync(rowsOf)
  .filter(name => name.endsWith('.sql'))
  .map(name => name.slice(0, -'.sql'.length))
  .sort()
/** What became of tables that are gone: the help lines of the old setting are documents now. */
const gone = [
  '_help_lines_v',
  '_help_lines_v_version_lines',
  '_help_lines_v_version_lines_locales',
  'help_lines',
  'help_lines_lines',
  'help_lines_lines_locales',
]

type Rows = Map<string, Record<string, unknown>[]>
let folders: string[] = []
let open: Payload[] = []
afterEach(async () => {
  for (const payload of open) await payload.destroy()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  open = []
  folders = []
})

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'berangkat-aman-layouts-'))
  folders.push(folder)
  return folder
}
const fileIn = (folder: string) => path.join(folder, 'x.db')

async function start(folder: string, list: Migrations) {
  const env: Env = parseEnv({ NODE_ENV: 'test', DATA_DIR: folder, DATABASE_URL: `file:${fileIn(folder)}` })
  const config = await buildCmsConfig(env, {
    migrations: list,
    secret: 'a secret that only the tests know, 32+',
  })
  const key = randomUUID()
  const payload = await getPayload({ config, key, disableOnInit: true })
  open.push(payload)
  const get = (address: string) =>
    handleRest({
      config,
      payloadInstanceCacheKey: key,
      request: new Request(`http://localhost:8080/api${address}`),
    })
  return { payload, env, get }
}

function allRows(folder: string): Rows {
  const database = new DatabaseSync(fileIn(folder))
  const tables = database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'payload_migrations'",
    )
    .all()
  const rows = tables.map(({ name }) => {
    const found = database.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).all() as Record<
      string,
      unknown
    >[]
    return [String(name), found] as const
  })
  database.close()
  return new Map(rows)
}

/** A database as a version with this layout left it, in a folder of its own. */
async function oldDatabase(layout: string) {
  const folder = newFolder()
  const count = migrations.findIndex(({ name }) => name === layout) + 1
  const { payload } = await start(folder, migrations.slice(0, count))
  await payload.destroy()
  const database = new DatabaseSync(fileIn(folder), { enableForeignKeyConstraints: false })
  database.exec(readFileSync(path.join(rowsOf, `${layout}.sql`), 'utf8'))
  const broken = database.prepare('PRAGMA foreign_key_check').all()
  database.close()
  return { folder, count, broken, rows: allRows(folder) }
}

/** The rows of before with their values, as far as the tables of now have such columns. */
function kept(before: Rows, now: Rows): Rows {
  return new Map(
    [...before].flatMap(([table, rows]) => {
      const found = now.get(table)
      if (!found) return []
      const columns = Object.keys(rows[0] ?? {})
      return [
        [
          table,
          found.map(row =>
            Object.fromEntries(columns.flatMap(name => (name in row ? [[name, row[name]]] : []))),
          ),
        ],
      ]
    }),
  )
}

/** Where `now` says something else than `before`, table by table; tables that are gone are listed by name. */
function differences(before: Rows, now: Rows) {
  const same = kept(before, now)
  const lost = [...before.keys()].filter(table => !same.has(table))
  const columns = [...before].flatMap(([table, rows]) => {
    const names = Object.keys(same.get(table)?.[0] ?? rows[0] ?? {})
    return Object.keys(rows[0] ?? {})
      .filter(name => !names.includes(name))
      .map(name => `${table}.${name}`)
  })
  const changed = [...same].filter(
    ([table, rows]) => JSON.stringify(rows) !== JSON.stringify(before.get(table)),
  )
  return { lost: lost.sort(), columns, changed: changed.map(([table]) => table) }
}

// Two starts and some publishing each: slow where other tests run beside.
const upgrades = database.engine === 'sqlite' ? describe : describe.skip
upgrades.each(layouts)('a database of %s', { timeout: 180_000 }, layout => {
  it('becomes one of now with every row and every value, and works', async () => {
    const { broken, count, folder, rows } = await oldDatabase(layout)
    const empty = [...rows].filter(([, found]) => found.length === 0).map(([table]) => table)
    expect([broken, empty]).toEqual([[], []])
    const { env, get, payload } = await start(folder, migrations)
    const isOfOldSetting = count <= migrations.findIndex(({ name }) => name.endsWith('help_channels'))
    expect(differences(rows, allRows(folder))).toEqual({
      lost: isOfOldSetting ? gone : [],
      columns: [],
      changed: [],
    })

    const known = payload.config.collections.filter(({ slug }) => rows.has(slug.replaceAll('-', '_')))
    for (const { slug, versions } of known) {
      const collection = slug as CollectionSlug
      const { docs } = await payload.find({
        collection,
        draft: Boolean(versions),
        limit: 1,
        overrideAccess: true,
      })
      expect([slug, docs.length > 0]).toEqual([slug, true])
    }
    const answer = await get('/publik/help-lines')
    expect([answer.status, (await answer.text()).includes('+85512813282')]).toEqual([200, true])
    expect(await signIn({ payload, env } as never, 'publisher@uji.example')).toBeTruthy()

    const waiting = async () =>
      (
        await payload.count({
          collection: collections.outbox,
          where: { build: { exists: false } },
          overrideAccess: true,
        })
      ).totalDocs
    const before = await waiting()
    for (const slug of [...contentSlugs, 'help-channels', 'offices'] as const) {
      const { docs } = await payload.find({
        collection: slug,
        where: { _status: { equals: 'published' } },
        limit: 1,
        depth: 0,
        overrideAccess: true,
      })
      await payload.update({
        collection: slug,
        id: String(docs[0]?.id),
        data: { _status: 'published' },
        overrideAccess: true,
      })
    }
    expect(await waiting()).toBe(before + contentSlugs.length + 2)
  })
})

test('an upgrade that is killed in the middle goes on with the next start, and loses nothing', async () => {
  const { folder, rows } = await oldDatabase(layouts[0] ?? '')
  const crashed = newFolder()
  const last = migrations.at(-1) as Migrations[number]
  const killed = {
    ...last,
    up: async (args: Parameters<typeof last.up>[0]) => {
      await last.up(args)
      // What a kill at this moment leaves on the disk: everything written, nothing committed.
      cpSync(folder, crashed, { recursive: true })
      throw new Error('killed')
    },
  }
  await expect(start(folder, [...migrations.slice(0, -1), killed])).rejects.toThrow()
  const { payload } = await start(crashed, migrations)
  expect(differences(rows, allRows(crashed))).toEqual({ lost: gone, columns: [], changed: [] })
  const { totalDocs } = await payload.count({ collection: 'payload-migrations', overrideAccess: true })
  expect(totalDocs).toBe(migrations.length)
})

test('a database that a newer version has migrated is refused, in words and unchanged', async () => {
  const folder = newFolder()
  const later = { name: '20990101_000000_later', up: async () => {}, down: async () => {} }
  await (await start(folder, [...migrations, later])).payload.destroy()
  await expect(start(folder, migrations)).rejects.toThrow(
    /versi yang lebih baru \(20990101_000000_later\)[\s\S]*newer version/,
  )
})
