import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { makeStaff, type Staff } from '#tests/helpers/staff.ts'

let cms: TestCms
let staff: Staff
beforeAll(async () => {
  cms = await startTestCms()
  staff = await makeStaff(cms)
})
afterAll(() => cms.close())

let name = ''
let series = 0
beforeEach(() => {
  name = `Uji Batas ${++series}`
})

const slugOf = (month: string) => `${name.toLowerCase().replaceAll(' ', '-')}-${month}`

const enter = (month: string, count: number) =>
  cms.payload.create({
    collection: 'figures',
    data: {
      slug: slugOf(month),
      subject: { kind: 'kanim', name },
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

const change = (month: string, data: object) =>
  cms.payload.update({
    collection: 'figures',
    where: { slug: { equals: slugOf(month) } },
    data: { _status: 'published', ...data },
    overrideAccess: true,
  })

const publicFigures = async (): Promise<{ id: string; count: number; period: object }[]> => {
  const { items } = await (await cms.rest('GET', '/publik/figures')).json()
  return items.filter((item: { subject: { name: string } }) => item.subject.name === name)
}

const releases = async () =>
  (await cms.payload.count({ collection: 'figure-releases', overrideAccess: true })).totalDocs

describe('a small count that an office publishes', () => {
  it('is not given out until it is joined with the next month', async () => {
    await enter('02', 4)
    expect(await publicFigures()).toEqual([])
    await enter('03', 7)
    expect(await publicFigures()).toMatchObject([
      {
        id: `${slugOf('02')}-sd-2026-03-28`,
        count: 11,
        period: { start: '2026-02-01', end: '2026-03-28' },
      },
    ])
  })
})

describe('what was given out once', () => {
  it('is written down before the first answer, and only once', async () => {
    await enter('02', 30)
    const before = await releases()
    await publicFigures()
    await publicFigures()
    expect((await releases()) - before).toBe(1)
  })

  it('is written down once when many ask at the same time, who all get it', async () => {
    await enter('02', 30)
    const before = await releases()
    const answers = await Promise.all(Array.from({ length: 8 }, publicFigures))
    expect(answers.map(([figure]) => figure?.count)).toEqual(Array.from({ length: 8 }, () => 30))
    expect((await releases()) - before).toBe(1)
  })

  it('does not tell a small month when another one is taken down', async () => {
    await enter('02', 4)
    await enter('03', 20)
    expect(await publicFigures()).toMatchObject([{ count: 24 }])
    await enter('04', 15)
    expect(await publicFigures()).toMatchObject([{ count: 24 }, { count: 15 }])
    // Without its memory the CMS would now give out March alone: 24 − 20 tells the 4 of February.
    await change('02', { _status: 'draft' })
    expect(await publicFigures()).toMatchObject([{ count: 15 }])
  })

  it('keeps its number when a correction is smaller than ten, and changes it when it has grown', async () => {
    await enter('02', 40)
    await publicFigures()
    await change('02', { count: 45, changeReason: 'Terlewat' })
    expect(await publicFigures()).toMatchObject([{ count: 40, revisions: [{ change: 'jumlah diperbaiki' }] }])
    await change('02', { count: 52, changeReason: 'Terlewat lagi' })
    expect(await publicFigures()).toMatchObject([{ count: 52 }])
  })
})

describe('the newsroom', () => {
  const heldBy = async (token: string | null) => {
    const response = await cms.rest('GET', '/figures/held', { token })
    const { items = [] } = await response.json()
    return {
      status: response.status,
      items: items.filter(({ slug }: { slug: string }) => slug.startsWith(slugOf(''))),
    }
  }

  it('is told which figures wait, and which stand in a joined one', async () => {
    await enter('02', 4)
    expect(await heldBy(staff.tokens.admin)).toMatchObject({
      status: 200,
      items: [{ slug: slugOf('02'), why: 'small' }],
    })
    await enter('03', 7)
    expect((await heldBy(staff.tokens.admin)).items.map(({ why }: { why: string }) => why)).toEqual([
      'joined',
      'joined',
    ])
  })

  it('is told so without anything being given out', async () => {
    await enter('02', 30)
    const before = await releases()
    await heldBy(staff.tokens.admin)
    expect(await releases()).toBe(before)
  })

  it('alone is told: strangers and case handlers are not', async () => {
    await enter('02', 4)
    expect(await heldBy(null)).toEqual({ status: 401, items: [] })
    expect(await heldBy(staff.tokens.handler)).toEqual({ status: 401, items: [] })
  })
})
