import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayOf, storedDay } from '#cms/fields/day.ts'
import { database } from '#tests/helpers/database.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { makeStaff, type Staff } from '#tests/helpers/staff.ts'
import { freshData } from './access-fixtures.ts'

let cms: TestCms
let staff: Staff
let year = 1990
beforeAll(async () => {
  cms = await startTestCms()
  staff = await makeStaff(cms)
})
afterAll(() => cms.close())
beforeEach(() => {
  year++
})

type Answer = {
  status: number
  errors: { path: string; message: string }[]
  doc?: { id: string; slug: string }
}

/** Days of this test's own year as a period. */
const period = (start: string, end: string) => ({
  start: storedDay(`${year}-${start}`),
  end: storedDay(`${year}-${end}`),
})
async function told(response: Response): Promise<Answer> {
  const { doc, errors = [] } = await response.json()
  const fields: Answer['errors'] = errors[0]?.data?.errors ?? errors
  return { status: response.status, errors: fields.map(({ message, path }) => ({ path, message })), doc }
}
const enter = async (data: object, status: 'published' | 'draft' = 'published') => {
  const { slug: _, ...fresh } = freshData('figures', status)
  const body = {
    ...fresh,
    subject: { kind: 'kanim', name: 'uji-satu' },
    provenance: 'kantor',
    period: period('01-01', '01-31'),
    count: 25,
    ...data,
  }
  const token = staff.tokens.publisher
  return told(await cms.rest('POST', `/figures${status === 'draft' ? '?draft=true' : ''}`, { token, body }))
}
const today = dayOf(new Date().toISOString()) ?? ''
const inDays = (days: number) =>
  storedDay(new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10))

describe('a count typed wrongly', () => {
  it.each([
    ['a negative one', { count: -3 }, 'count'],
    ['a thousand million', { count: 1_000_000_000 }, 'count'],
    ['one with a fraction, which would stop the build of the whole site', { count: 12.5 }, 'count'],
    ['a fraction of applications', { received: 99.5 }, 'received'],
  ])('is refused in plain words: %s', async (_name, data, path) => {
    const { errors, status } = await enter(data)
    expect(status).toBe(400)
    expect(errors).toMatchObject([{ path, message: expect.stringContaining('Angka bulat dari 0 sampai') }])
  })

  it('is said to be missing when it is', async () => {
    const { errors } = await enter({ count: null })
    expect(errors).toMatchObject([{ path: 'count', message: 'Isian ini wajib diisi.' }])
  })
})

describe('a period', () => {
  it('that has not ended is not published, and can be kept as a draft', async () => {
    const ahead = { period: { start: inDays(-3), end: inDays(1) } }
    const { errors, status } = await enter(ahead)
    expect([status, errors]).toEqual([
      400,
      [{ path: 'period.end', message: expect.stringContaining('belum berakhir') }],
    ])
    expect((await enter(ahead, 'draft')).status).toBe(201)
  })

  it('that ends today is published', async () => {
    expect((await enter({ period: { start: inDays(-3), end: inDays(0) } })).status).toBe(201)
  })

  it.each([
    ['the same month', '01-01', '01-31'],
    ['half of it and half of the next', '01-16', '02-15'],
  ])('that repeats a published one is refused with its name: %s', async (_name, start, end) => {
    await enter({})
    const { errors, status } = await enter({ period: period(start, end) })
    expect([status, errors]).toEqual([
      400,
      [{ path: 'period.start', message: expect.stringContaining(`Januari ${year}`) }],
    ])
  })

  const month: [string, string] = ['01-01', '01-31']
  const press = { provenance: 'pers', reasonAsPublished: 'x', slug: 'seperti-kata-pers' }
  it.each<{ name: string; days?: [string, string]; data?: object }>([
    { name: 'the next month', days: ['02-01', '02-28'] },
    { name: 'a part of it', days: ['01-01', '01-15'] },
    { name: 'the year around it', days: ['01-01', '12-31'] },
    { name: 'the same month for another outcome', data: { measure: 'ditunda' } },
    { name: 'the same month for some reasons only', data: { reasonScope: 'pmi-nonprosedural' } },
    { name: 'the same month for one reason', data: { reasons: ['duplikasi'] } },
    { name: 'the same month as the press published it', data: press },
  ])('beside a published one is taken: $name', async ({ data, days = month }) => {
    await enter({})
    expect(await enter({ ...data, period: period(...days) })).toMatchObject({ status: 201 })
  })

  it('is free again when its figure was taken down', async () => {
    const { doc } = await enter({})
    const token = staff.tokens.publisher
    await cms.rest('PATCH', `/figures/${doc?.id}`, { token, body: { _status: 'draft' } })
    expect((await enter({ slug: `baru-${year}` })).status).toBe(201)
  })

  it('may be corrected with a reason, which is told when it lacks', async () => {
    const { doc } = await enter({})
    const change = async (body: object) =>
      told(await cms.rest('PATCH', `/figures/${doc?.id}`, { token: staff.tokens.publisher, body }))
    const without = await change({ count: 31, _status: 'published' })
    expect([without.status, without.errors]).toEqual([
      400,
      [{ path: 'changeReason', message: expect.stringContaining('jumlah 25 → 31') }],
    ])
    expect((await change({ count: 31, changeReason: 'Salah ketik', _status: 'published' })).status).toBe(200)
  })
})

describe('the figure of another office', () => {
  it.each(['published', 'draft'] as const)('is refused with the name of the own one, as %s', async status => {
    const { errors, status: answer } = await enter(
      { subject: { kind: 'kanim', name: 'Jakarta Barat' } },
      status,
    )
    expect([answer, errors]).toEqual([
      400,
      [{ path: 'subject.name', message: expect.stringContaining('uji-satu, bukan Jakarta Barat') }],
    ])
  })

  it.each(['kanwil', 'nasional'])('is refused for a whole %s', async kind => {
    const { errors } = await enter({ subject: { kind, name: 'Indonesia' } })
    expect(errors).toMatchObject([{ path: 'subject.kind', message: expect.stringContaining('uji-satu') }])
  })

  it.each([
    ['the full name of the own office', { subject: { kind: 'kanim', name: 'Kantor Imigrasi UJI-SATU ' } }],
    ['a border post', { subject: { kind: 'tpi', name: 'Bandara Uji' } }],
    ['what the press wrote', { subject: { kind: 'kanim', name: 'Jakarta Barat' }, provenance: 'pers' }],
  ])('is not meant by %s', async (_name, data) => {
    expect((await enter(data)).status).toBe(201)
  })
})

describe('the address of a figure', () => {
  it('tells figures of one month apart, however long they are described', async () => {
    const long = { subject: { kind: 'tpi', name: 'Bandara Internasional Sultan Mahmud Badaruddin Dua' } }
    const first = await enter({ ...long, measure: 'keberangkatan-ditunda', reasonScope: 'pmi-nonprosedural' })
    const second = await enter({
      ...long,
      measure: 'keberangkatan-ditunda',
      period: period('02-01', '02-28'),
    })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(first.doc?.slug).toMatch(/-pmi-nonprosedural-\d{4}-01-01-\d{4}-01-31$/)
    expect(second.doc?.slug).toMatch(/-\d{4}-02-01-\d{4}-02-28$/)
  })
})

describe('what the site could not show', () => {
  it.skipIf(!database.transactions)(
    'is not published, because it would stop the publishing of everybody, and nothing of it stays',
    async () => {
      const before = await cms.payload.count({ collection: 'figures', overrideAccess: true })
      const { errors, status } = await enter({ sources: [{ title: 'x'.repeat(301) }] })
      const after = await cms.payload.count({ collection: 'figures', overrideAccess: true })
      expect([status, errors]).toEqual([
        400,
        [{ path: 'sources.0.title', message: expect.stringContaining('tidak dapat tampil di situs') }],
      ])
      expect(after.totalDocs).toBe(before.totalDocs)
    },
  )

  it('can wait as a draft', async () => {
    expect((await enter({ sources: [{ title: 'x'.repeat(301) }] }, 'draft')).status).toBe(201)
  })

  it('is said of a banner that ends before it begins', async () => {
    const days = { from: '2026-03-02T12:00:00.000Z', until: '2026-03-01T12:00:00.000Z' }
    const body = { ...freshData('banners', 'published'), ...days }
    const { errors, status } = await told(
      await cms.rest('POST', '/banners', { token: staff.tokens.publisher, body }),
    )
    expect([status, errors]).toEqual([400, [{ path: 'until', message: 'Masa berakhir sebelum mulai.' }]])
  })
})
