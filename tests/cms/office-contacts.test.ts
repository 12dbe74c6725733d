import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPublic } from '#cms/endpoints/public.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { makeStaff, type Staff } from '#tests/helpers/staff.ts'

let cms: TestCms
let staff: Staff
beforeAll(async () => {
  cms = await startTestCms()
  staff = await makeStaff(cms)
})
afterAll(() => cms.close())

const change = (body: object, token = staff.tokens.publisher) =>
  cms.rest('PATCH', `/offices/${staff.office}`, { token, body: { ...body, _status: 'published' } })
const source = { title: 'Kop surat', note: 'Salinan' }

async function shown() {
  const offices = await readPublic(cms.payload, 'offices', false)
  return offices.find(office => office.slug === 'uji-satu')
}

describe('an office changes how it is reached', () => {
  it.each([
    'https://imigrasimelawi.id/',
    'https://imigrasi.go.id.contoh.com/',
    'https://contoh.go.id/',
    'javascript:alert(1)',
  ])('and cannot give %s as its website', async website => {
    const answer = await change({ website })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('imigrasi.go.id')
    expect((await shown())?.website).toBeNull()
  })

  it.each([
    ['phone', '(0282) 541234 / 541235', 'Satu nomor saja'],
    ['phone', '+++++', 'Satu nomor saja'],
    ['whatsapp', '811-1234-567', 'diawali 08 atau +62'],
    ['whatsapp', '(0282) 541234', 'diawali 08 atau +62'],
    ['whatsapp', '+60 12 345 6789', 'diawali 08 atau +62'],
    ['website', 'http://uji.imigrasi.go.id/', 'https'],
  ])('and cannot write %s %s', async (field, value, message) => {
    const answer = await change({ [field]: value })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(message)])
  })

  it('and may write its number and website as they are copied', async () => {
    const answer = await change({ phone: ' (0282) 541234 ', website: ' HTTPS://Uji.Imigrasi.GO.ID/Kontak ' })
    expect(answer.status).toBe(200)
    expect(await shown()).toMatchObject({
      phone: '(0282) 541234',
      website: 'https://uji.imigrasi.go.id/Kontak',
    })
  })

  it('and gives a website under imigrasi.go.id, which readers then see', async () => {
    expect((await change({ website: 'https://uji.imigrasi.go.id/' })).status).toBe(200)
    expect((await shown())?.website).toBe('https://uji.imigrasi.go.id/')
  })

  it.each([
    ['situs', 'https://imigrasibima.org/'],
    ['telepon', 'hubungi kami'],
    ['whatsapp', '(0282) 541234'],
    ['surel', 'kanim@contoh.com'],
  ])('and cannot add %s %s from another source', async (kind, value) => {
    const answer = await change({ found: [{ kind, value, source }] })
    expect(answer.status).toBe(400)
    expect((await shown())?.found).toEqual([])
  })

  it('and removes what another source got wrong', async () => {
    const found = [{ kind: 'telepon', value: '(0282) 123456', source }]
    expect((await change({ found })).status).toBe(200)
    expect(await shown()).toMatchObject({
      found: [
        {
          kind: 'telepon',
          value: '(0282) 123456',
          source: { title: 'Kop surat', url: null, note: 'Salinan' },
          note: null,
        },
      ],
    })
    expect((await change({ found: [] })).status).toBe(200)
    expect((await shown())?.found).toEqual([])
  })

  it('but not how another office is reached', async () => {
    expect((await change({ found: [] }, staff.tokens.otherPublisher)).status).toBe(403)
  })

  it('and keeps the year of the source of an area', async () => {
    const areas = [{ name: 'Kabupaten Cilacap', code: '33.01', year: 2019 }]
    expect((await change({ areas })).status).toBe(200)
    expect((await shown())?.areas).toEqual([
      { name: 'Kabupaten Cilacap', code: '33.01', partial: false, year: 2019 },
    ])
  })
})

it('a website or number from before the rule stops nobody from publishing, and is not linked', async () => {
  await cms.payload.db.updateOne({
    collection: 'offices',
    where: { id: { equals: staff.otherOffice } },
    data: {
      website: 'https://kanim.kemenkumham.go.id/',
      phone: '541234 / 541235',
      found: [{ id: 'a'.repeat(24), kind: 'telepon', value: '+++++', source }],
    },
    req: {},
  })
  const offices = await readPublic(cms.payload, 'offices', false)
  expect(offices.find(office => office.slug === 'uji-dua')).toMatchObject({
    website: null,
    hasUnlinkedSite: true,
    phone: '541234 / 541235',
    found: [],
  })
})
