import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { root } from '#cms/env.ts'
import { seed } from '#cms/seed.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'

const shipped = path.join(root, 'src/content/seed')

describe('the starting content', () => {
  let cms: TestCms
  beforeAll(async () => {
    cms = await startTestCms()
    await seed(cms.payload)
  })
  afterAll(() => cms.close())

  it('loads every figure and office of the files as published', async () => {
    const where = { _status: { equals: 'published' } }
    const offices = await cms.payload.count({ collection: 'offices', where, overrideAccess: true })
    const figures = await cms.payload.count({ collection: 'figures', where, overrideAccess: true })
    expect([offices.totalDocs, figures.totalDocs]).toEqual([
      itemsOf('offices').length,
      itemsOf('figures').length,
    ])
  })

  it('leaves one row in the outbox for all of it', async () => {
    const { docs } = await cms.payload.find({ collection: 'outbox', overrideAccess: true })
    expect(docs.map(({ source }) => source)).toEqual(['seed'])
  })

  it('changes nothing when it runs again', async () => {
    const report = await seed(cms.payload)
    expect(Object.values(report.added).every(count => count === 0)).toBe(true)
  })

  it('never overwrites what staff have edited', async () => {
    const { docs } = await cms.payload.find({ collection: 'banners', limit: 1, overrideAccess: true })
    const [banner] = docs
    await cms.payload.update({
      collection: 'banners',
      id: banner?.id ?? '',
      data: { message: 'Diubah kantor.' },
      overrideAccess: true,
    })
    await seed(cms.payload)
    const after = await cms.payload.findByID({
      collection: 'banners',
      id: banner?.id ?? '',
      overrideAccess: true,
    })
    expect(after.message).toBe('Diubah kantor.')
  })
})

describe('starting content that does not fit', () => {
  let cms: TestCms
  let folder: string
  beforeAll(async () => {
    cms = await startTestCms()
  })
  beforeEach(() => {
    folder = path.join(cms.folder, 'seed')
    cpSync(shipped, folder, { recursive: true })
  })
  afterAll(() => cms.close())

  const spoil = (name: string, change: (items: Record<string, unknown>[]) => void) => {
    const items = itemsOf(name)
    change(items)
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ items }))
  }

  it('is refused by file, row and column, with what is written there', async () => {
    spoil('figures', items => Object.assign(items[4] ?? {}, { count: 'empat' }))
    await expect(seed(cms.payload, folder)).rejects.toThrow(
      /figures\.json, baris 5 \(.+\), kolom count: .+; yang tertulis: "empat"/,
    )
  })

  it('is refused when a link leads nowhere', async () => {
    spoil('activities', items => Object.assign(items[0] ?? {}, { office: 'kantor-tidak-ada' }))
    await expect(seed(cms.payload, folder)).rejects.toThrow('activities.json, baris 1')
  })

  it('is refused when the file is not JSON', async () => {
    writeFileSync(path.join(folder, 'banners.json'), '{ "items": [')
    await expect(seed(cms.payload, folder)).rejects.toThrow('banners.json: bukan JSON')
  })

  it('loads nothing at all then', async () => {
    spoil('articles', items => items.push({ slug: 'Bukan Slug' }))
    await seed(cms.payload, folder).catch(() => undefined)
    const { totalDocs } = await cms.payload.count({ collection: 'offices', overrideAccess: true })
    expect(totalDocs).toBe(0)
  })
})

function itemsOf(name: string): Record<string, unknown>[] {
  return JSON.parse(readFileSync(path.join(shipped, `${name}.json`), 'utf8')).items
}
