import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jakartaDay } from '#src/calendar.ts'
import { readHelpLines } from '#cms/endpoints/public-settings.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { makeStaff, type Staff } from '#tests/helpers/staff.ts'

let cms: TestCms
let staff: Staff
let serial = 0
beforeAll(async () => {
  cms = await startTestCms()
  staff = await makeStaff(cms)
})
afterAll(() => cms.close())

const mission = {
  name: 'KBRI Uji',
  purpose: 'Untuk WNI',
  where: 'luar-negeri',
  kind: 'pekerja-migran',
  identity: 'belum-diketahui',
  country: 'kh',
  body: 'kbri',
  tel: '+85512813282',
  telShown: '+855 12 813 282',
  source: { title: 'Sumber uji' },
}
const atHome = {
  ...mission,
  where: 'indonesia',
  country: null,
  body: 'bp3mi',
  tel: '0215551234',
  telShown: '(021) 555-1234',
}

async function publish(body: object) {
  serial += 1
  const slug = `uji-${serial}`
  const answer = await cms.rest('POST', '/help-channels', {
    token: staff.tokens.admin,
    body: { ...body, slug, _status: 'published' },
  })
  return { status: answer.status, text: await answer.text(), slug }
}
const shown = async (slug: string) => (await readHelpLines(cms.payload)).find(({ id }) => id === slug)
const tomorrow = () => jakartaDay(new Date(Date.now() + 24 * 60 * 60 * 1000))
const nextMonth = () => jakartaDay(new Date(Date.now() + 31 * 24 * 60 * 60 * 1000)).slice(0, 7)

describe('a help line is refused', () => {
  it.each([
    ['abroad without a country', { ...mission, country: null, body: 'polisi' }, 'Semua negara'],
    [
      'of a mission for every country',
      { ...mission, country: 'semua' },
      'Perwakilan RI melayani satu negara',
    ],
    [
      'of the police for every country',
      { ...mission, country: 'semua', body: 'polisi' },
      'berlaku di satu negara',
    ],
    ['of a BP3MI abroad', { ...mission, body: 'bp3mi' }, 'BP3MI dan Dinas Tenaga Kerja'],
    ['of a manpower office abroad', { ...mission, body: 'disnaker' }, 'BP3MI dan Dinas Tenaga Kerja'],
    [
      'that leads nowhere',
      { ...atHome, body: null, tel: '', telShown: '' },
      'Isi telepon, WhatsApp, atau situs web',
    ],
    [
      'of an emergency that leads nowhere',
      { ...atHome, body: 'polisi', kind: 'darurat', tel: null, telShown: null },
      'Isi telepon, WhatsApp, atau situs web',
    ],
    ['checked by nobody', { ...mission, checked: jakartaDay() }, 'Tulis siapa yang memeriksa'],
    [
      'checked by a blank',
      { ...mission, checked: jakartaDay(), checkedBy: ' ' },
      'Tulis siapa yang memeriksa',
    ],
    ['checked on no day', { ...mission, checkedBy: 'Petugas' }, 'Isi tanggal pemeriksaan'],
    ['of one country without a body', { ...mission, body: null }, 'Pilih lembaganya'],
    ['in Indonesia with a country', { ...atHome, country: 'kh' }, 'kosongkan negara'],
    ['of a mission in Indonesia', { ...atHome, body: 'kjri' }, 'Perwakilan RI ada di luar negeri'],
    ['of an area that is none', { ...atHome, areas: [{ code: '99.99' }] }, 'bukan provinsi'],
    ['of a district', { ...atHome, areas: [{ code: '35.02.10' }] }, 'bukan provinsi'],
    ['abroad with an area', { ...mission, areas: [{ code: '35.02' }] }, 'hanya untuk saluran di Indonesia'],
    ['of a mission without +', { ...mission, tel: '012813282', telShown: null }, 'diawali +'],
    ['of two digits', { ...atHome, tel: '12', telShown: null }, '3 sampai 15'],
    ['that shows another number', { ...mission, telShown: '+855 12 813 283' }, 'Angkanya tidak sama'],
    ['that shows a number and calls none', { ...mission, tel: null }, 'Isi juga kolom Telepon'],
    [
      'at home whose WhatsApp is of another country',
      { ...atHome, whatsapp: '8113595000' },
      'diawali kode negara 62',
    ],
    ['whose WhatsApp begins with 0', { ...mission, whatsapp: '081234567890' }, 'tanpa 0 atau +'],
    [
      'whose website hides its host',
      { ...mission, url: 'https://kemlu.go.id@contoh.com/' },
      'alamat lengkap',
    ],
    ['in a country that is none', { ...mission, country: 'xx' }, 'country'],
  ])('%s', async (_why, line, message) => {
    const { slug, status, text } = await publish(line)
    expect([status, text]).toEqual([400, expect.stringContaining(message)])
    expect(await shown(slug)).toBeUndefined()
  })

  it.each([
    ['checked', () => ({ checkedBy: 'Petugas', checked: tomorrow() })],
    ['source.published', () => ({ source: { title: 'Sumber', published: tomorrow() } })],
    ['source.checked', () => ({ source: { title: 'Sumber', checked: tomorrow() } })],
    ['month', () => ({ month: nextMonth() })],
  ] as const)('with a day to come in %s', async (path, parts) => {
    const { status, text } = await publish({ ...mission, ...parts() })
    expect([status, text]).toEqual([400, expect.stringContaining(path)])
  })

  it('when it contradicts itself', async () => {
    const { slug, text } = await publish(mission)
    const { id } = JSON.parse(text).doc
    const answer = await cms.rest('PATCH', `/help-channels/${id}`, {
      token: staff.tokens.admin,
      body: { contradicts: [id], _status: 'published' },
    })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('dirinya sendiri')])
    expect((await shown(slug))?.contradicts).toEqual([])
  })
})

describe('a help line is published', () => {
  it.each([
    ['for every country, once that was chosen', { ...mission, country: 'semua', body: 'aplikasi' }, null],
    ['for one country', mission, 'kh'],
    ['for Indonesia, with areas that exist', { ...atHome, areas: [{ code: '35' }, { code: '35.02' }] }, null],
    ['as people write it at home', { ...atHome, tel: '+62215551234' }, null],
    ['of a body whose number nobody knows', { ...mission, tel: null, telShown: null }, 'kh'],
    ['today', { ...mission, checkedBy: 'Petugas', checked: jakartaDay() }, 'kh'],
  ])('%s', async (_how, line, country) => {
    const { slug, status, text } = await publish(line)
    expect([status, text]).toEqual([201, expect.anything()])
    expect((await shown(slug))?.country).toBe(country)
  })

  it('may wait as a draft with gaps', async () => {
    const { country: _, body: __, ...line } = mission
    const answer = await cms.rest('POST', '/help-channels?draft=true', {
      token: staff.tokens.admin,
      body: { ...line, _status: 'draft' },
    })
    expect(answer.status).toBe(201)
  })
})

it('of a line from before the rules, nothing stops the publishing of others, and no country is guessed', async () => {
  const { slug, text } = await publish(mission)
  const change = (data: Record<string, unknown>) =>
    cms.payload.db.updateOne({
      collection: 'help-channels',
      where: { id: { equals: JSON.parse(text).doc.id } },
      data,
      req: {},
    })
  await change({ url: 'https://kemlu.go.id@contoh.com/', whatsapp: '081234567890' })
  expect(await shown(slug)).toMatchObject({ url: null, whatsapp: null, country: 'kh' })
  await change({ country: null })
  expect(await shown(slug)).toBeUndefined()
})
