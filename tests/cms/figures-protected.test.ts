import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.close())

const enter = (slug: string, month: string, count: number) =>
  cms.payload.create({
    collection: 'figures',
    data: {
      slug,
      subject: { kind: 'kanim', name: 'Uji Batas' },
      measure: 'ditolak',
      reasonScope: 'semua',
      period: { start: `2026-${month}-01T12:00:00.000Z`, end: `2026-${month}-28T12:00:00.000Z` },
      count,
      provenance: 'kantor',
      sources: [{ title: 'Kantor Imigrasi Uji Batas' }],
      _status: 'published',
    },
    overrideAccess: true,
  })

const publicFigures = async (): Promise<{ id: string; count: number; period: object }[]> => {
  const { items } = await (await cms.rest('GET', '/publik/figures')).json()
  return items.filter((item: { subject: { name: string } }) => item.subject.name === 'Uji Batas')
}

describe('a small count that an office publishes', () => {
  it('is not given out until it is joined with the next month', async () => {
    await enter('uji-batas-februari', '02', 4)
    expect(await publicFigures()).toEqual([])
    await enter('uji-batas-maret', '03', 7)
    expect(await publicFigures()).toMatchObject([
      {
        id: 'uji-batas-februari-sd-2026-03-28',
        count: 11,
        period: { start: '2026-02-01', end: '2026-03-28' },
      },
    ])
  })
})
