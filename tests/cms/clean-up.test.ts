import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCleanUp, dropAbandonedBuilds } from '#cms/jobs/clean-up.ts'
import { dropAbandonedDemos } from '#cms/demo-folder.ts'
import { cleanMedia } from '#cms/jobs/clean-media.ts'
import { takeLock } from '#cms/lock.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { freshData } from './access-fixtures.ts'

const hour = 60 * 60_000
let cms: TestCms
let image: string
let filename: string
beforeAll(async () => {
  cms = await startTestCms()
  ;({ id: image, filename } = await upload())
})
afterAll(() => cms.close())

async function upload() {
  const data = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0b6b62' } })
    .png()
    .toBuffer()
  const doc = await cms.payload.create({
    collection: 'media',
    data: { alt: 'Uji', persons: 'tidak-ada' },
    file: { data, mimetype: 'image/png', name: 'a.png', size: data.length },
    overrideAccess: true,
  })
  return { id: doc.id, filename: String(doc.filename) }
}
const inMedia = (name: string) => path.join(cms.env.mediaDir, name)
const lie = (name: string, age: number) => {
  writeFileSync(inMedia(name), 'x')
  const then = new Date(Date.now() - age)
  utimesSync(inMedia(name), then, then)
}
const uuid = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`

test('a file of an upload without a row is deleted after an hour, in any size, and nothing else is', async () => {
  const lost = [`${uuid('a')}.webp`, `${uuid('a')}-400x300.webp`, `${uuid('b')}.pdf`]
  const others = [
    filename,
    filename.replace('.webp', '-400x300.webp'),
    'catatan-pengelola.txt',
    '.gitkeep',
    'foto.jpg',
  ]
  for (const name of [...lost, ...others]) lie(name, 2 * hour)
  lie(`${uuid('c')}.webp`, hour / 2)
  const { deleted } = await cleanMedia(cms.payload, cms.env.mediaDir)
  expect(deleted).toBe(lost.length)
  expect(readdirSync(cms.env.mediaDir).sort()).toEqual([...others, `${uuid('c')}.webp`].sort())
})

test('a file that only a draft or an old version shows stays', async () => {
  const first = await upload()
  const { id } = await cms.payload.create({
    collection: 'banners',
    data: { ...freshData('banners', 'draft'), image: first.id } as never,
    overrideAccess: true,
  })
  await cms.payload.update({ collection: 'banners', id, data: { image }, draft: true, overrideAccess: true })
  await cleanMedia(cms.payload, cms.env.mediaDir, Date.now() + 2 * hour)
  expect(existsSync(inMedia(first.filename))).toBe(true)
})

test('an upload whose row fails after its file was written leaves a file that goes', async () => {
  const { db } = cms.payload
  const { create } = db
  let written: string[] = []
  db.create = async () => {
    written = readdirSync(cms.env.mediaDir)
    throw new Error('disk full')
  }
  const before = readdirSync(cms.env.mediaDir)
  await expect(upload()).rejects.toThrow()
  db.create = create
  const fresh = written.filter(name => !before.includes(name))
  expect(fresh).toHaveLength(1)
  await cleanMedia(cms.payload, cms.env.mediaDir, Date.now() + 2 * hour)
  expect(existsSync(inMedia(fresh[0] ?? ''))).toBe(false)
})

test('a row whose file is gone is told once, by number, and its row stays', async () => {
  const gone = await upload()
  rmSync(inMedia(gone.filename))
  const lines: string[] = []
  const cleanUp = createCleanUp(cms.payload, cms.env, line => lines.push(line))
  await cleanUp()
  await cleanUp()
  expect(lines.filter(line => line.includes('hilang'))).toEqual([expect.stringMatching(/: 1\. Pulihkan/)])
  expect(lines.join()).not.toContain(gone.filename)
  expect((await cms.payload.findByID({ collection: 'media', id: gone.id, overrideAccess: true })).id).toBe(
    gone.id,
  )
})

test('many files are looked up in turns', async () => {
  for (let index = 0; index < 450; index += 1)
    lie(`dddddddd-0000-4000-8000-${String(index).padStart(12, '0')}.webp`, 2 * hour)
  expect((await cleanMedia(cms.payload, cms.env.mediaDir)).deleted).toBe(450)
})

test('working folders of builds go after a day, and those of a demo that was killed once nobody uses it', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'berangkat-aman-sisa-'))
  for (const name of ['site-lama', 'desk', 'berangkat-aman-demo-mati', 'berangkat-aman-demo-hidup'])
    mkdirSync(path.join(folder, name))
  const lock = takeLock(path.join(folder, 'berangkat-aman-demo-hidup', 'berangkat-aman.db.lock'))
  await dropAbandonedBuilds(folder, Date.now() + 23 * hour)
  dropAbandonedDemos(folder)
  const before = readdirSync(folder)
  await dropAbandonedBuilds(folder, Date.now() + 25 * hour)
  dropAbandonedDemos(folder, Date.now() + 2 * hour)
  const after = readdirSync(folder)
  lock?.release()
  rmSync(folder, { recursive: true })
  expect([before.length, after.sort()]).toEqual([4, ['berangkat-aman-demo-hidup', 'desk']])
})
