import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { deleteExpired } from '#cms/jobs/delete-expired.ts'
import { collections } from '#src/slugs.ts'
import { database } from '#tests/helpers/database.ts'
import { storeReport } from '#tests/helpers/store-report.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'

let cms: TestCms
const today = '2027-02-21'
const mark = (name: string) => `tersegel-${name}-`.repeat(40)

async function store(name: string, deleteAfter: string | null, hold = false): Promise<string> {
  const report = await storeReport(cms, mark(name), deleteAfter, hold)
  await cms.payload.create({
    collection: collections.inboxEvents,
    data: { report, seq: 1, sealed: mark(`catatan-${name}`) },
    overrideAccess: true,
  })
  return report
}

const count = async (collection: 'sealed-reports' | 'sealed-messages' | 'inbox-events') =>
  (await cms.payload.count({ collection, overrideAccess: true })).totalDocs
const bytes = () =>
  readdirSync(cms.folder)
    .filter(name => name.startsWith('test.db'))
    .map(name => readFileSync(path.join(cms.folder, name)).toString('latin1'))
    .join('')

beforeAll(async () => {
  cms = await startTestCms()
  await store('habis', today)
  await store('besok', '2027-02-22')
  await store('ditahan', '2027-01-01', true)
  await store('terbuka', null)
})
afterAll(() => cms.close())

test('deletes a report, its messages and its events on its day, and nothing else', async () => {
  expect(await deleteExpired(cms.payload, today)).toBe(1)
  expect([
    await count('sealed-reports'),
    await count('sealed-messages'),
    await count('inbox-events'),
  ]).toEqual([3, 3, 3])
  expect(await deleteExpired(cms.payload, today)).toBe(0)
})

test.skipIf(database.engine !== 'sqlite')('leaves no byte of it in the database file or its log', () => {
  const found = ['habis', 'catatan-habis', 'terbuka', 'catatan-ditahan'].map(name =>
    bytes().includes(mark(name).slice(0, 60)),
  )
  expect(found).toEqual([false, false, true, true])
})

test('that cannot delete one report deletes all others, and says so', async () => {
  const ids = [await store('macet', today), await store('lancar', today)]
  const { payload } = cms
  const real = payload.delete.bind(payload) as (options: { id?: unknown }) => Promise<never>
  const spy = vi
    .spyOn(payload, 'delete')
    .mockImplementation(((options: { id?: unknown }) =>
      options.id === ids[0] ? Promise.reject(new Error('macet')) : real(options)) as never)
  await expect(deleteExpired(payload, today)).rejects.toThrow('macet')
  spy.mockRestore()
  const { docs } = await payload.find({
    collection: collections.sealedReports,
    where: { id: { in: ids } },
    overrideAccess: true,
  })
  expect(docs.map(report => report.id)).toEqual([ids[0]])
})
