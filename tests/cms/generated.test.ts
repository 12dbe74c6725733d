import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '#cms/env.ts'
import { database } from '#tests/helpers/database.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.close())

type Kit = {
  generateDrizzleJson: (schema: unknown) => Promise<unknown>
  generateMigration: (before: unknown, after: unknown) => Promise<string[]>
}

it.skipIf(database.engine !== 'sqlite')(
  'the migrations make exactly the tables that the collections need',
  async () => {
    const folder = path.join(root, 'cms/migrations')
    const newest = readdirSync(folder)
      .filter(name => name.endsWith('.json'))
      .sort()
      .at(-1)
    const db = cms.payload.db as unknown as { schema: unknown; requireDrizzleKit: () => Kit }
    const { generateDrizzleJson, generateMigration } = db.requireDrizzleKit()
    const before = JSON.parse(readFileSync(path.join(folder, newest ?? ''), 'utf8'))
    expect(await generateMigration(before, await generateDrizzleJson(db.schema))).toEqual([])
  },
)
