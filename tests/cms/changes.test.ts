import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { makeStaff, type Staff } from '#tests/helpers/staff.ts'
import { freshData, makeDocument, newestVersion } from './access-fixtures.ts'

let cms: TestCms
let staff: Staff
beforeAll(async () => {
  cms = await startTestCms()
  staff = await makeStaff(cms)
})
beforeEach(() =>
  cms.payload.delete({ collection: 'outbox', where: { id: { exists: true } }, overrideAccess: true }),
)
afterAll(() => cms.close())

async function told(): Promise<string[]> {
  const { docs } = await cms.payload.find({
    collection: 'outbox',
    sort: 'createdAt',
    pagination: false,
    overrideAccess: true,
  })
  return docs.map(({ kind, paths, source }) => `${kind} ${source} ${paths ?? ''}`.trim())
}
const patch = (id: string, body: object, query = '') =>
  cms.rest('PATCH', `/articles/${id}${query}`, { token: staff.tokens.publisher, body })

describe('the outbox', () => {
  it('hears of a publish, a change, an unpublish and a delete, with the page that is gone', async () => {
    const id = await makeDocument(cms, 'articles', 'draft', staff.office)
    const { slug } = await cms.payload.findByID({ collection: 'articles', id, overrideAccess: true })
    await patch(id, { _status: 'published' })
    await patch(id, { summary: 'Baru' })
    await patch(id, { _status: 'draft' })
    await patch(id, { _status: 'published' })
    await cms.rest('DELETE', `/articles/${id}`, { token: staff.tokens.publisher })
    const page = `articles /kampanye/${slug}/`
    expect(await told()).toEqual([
      `publish ${page}`,
      `publish ${page}`,
      `takedown ${page}`,
      `publish ${page}`,
      `takedown ${page}`,
    ])
  })

  it('hears nothing of drafts, new or over a published page', async () => {
    const id = await makeDocument(cms, 'articles', 'published', staff.office)
    await cms.payload.delete({ collection: 'outbox', where: { id: { exists: true } }, overrideAccess: true })
    await patch(id, { summary: 'Draf' }, '?draft=true')
    const draft = await makeDocument(cms, 'articles', 'draft', staff.office)
    await cms.rest('DELETE', `/articles/${draft}`, { token: staff.tokens.publisher })
    expect(await told()).toEqual([])
  })

  it('hears of an unpublish even when a newer draft lies over the published page', async () => {
    const id = await makeDocument(cms, 'articles', 'published', staff.office)
    await patch(id, { summary: 'Draf' }, '?draft=true')
    await cms.payload.delete({ collection: 'outbox', where: { id: { exists: true } }, overrideAccess: true })
    await patch(id, { _status: 'draft' })
    expect((await told()).map(row => row.split(' ')[0])).toEqual(['takedown'])
  })

  it('hears of the address and picture that readers saw, whatever a newer draft says', async () => {
    const id = await makeDocument(cms, 'articles', 'published', staff.office)
    const { slug } = await cms.payload.findByID({ collection: 'articles', id, overrideAccess: true })
    const asDraft = (body: object) =>
      cms.rest('PATCH', `/articles/${id}?draft=true`, {
        token: staff.tokens.publisher,
        body: { ...body, _status: 'draft' },
      })
    expect((await asDraft({ title: 'Judul baru' })).status).toBe(200)
    expect((await asDraft({ slug: 'alamat-lain' })).status).toBe(400)
    await cms.payload.delete({ collection: 'outbox', where: { id: { exists: true } }, overrideAccess: true })
    expect((await patch(id, { _status: 'draft' })).status).toBe(200)
    const { docs } = await cms.payload.find({ collection: 'outbox', overrideAccess: true })
    expect(docs.map(({ kind, paths }) => [kind, JSON.stringify(paths)])).toEqual([
      ['takedown', expect.stringContaining(`/kampanye/${slug}/`)],
    ])
  })

  it('hears of a restored published version', async () => {
    const id = await makeDocument(cms, 'articles', 'published', staff.office)
    const version = await newestVersion(cms, 'articles', id)
    await patch(id, { summary: 'Lain' })
    await cms.payload.delete({ collection: 'outbox', where: { id: { exists: true } }, overrideAccess: true })
    await cms.rest('POST', `/articles/versions/${version}`, { token: staff.tokens.publisher, body: {} })
    expect((await told()).map(row => row.split(' ')[0])).toEqual(['publish'])
  })

  it('hears of a page that a restored draft takes down', async () => {
    const id = await makeDocument(cms, 'articles', 'draft', staff.office)
    const version = await newestVersion(cms, 'articles', id)
    await patch(id, { _status: 'published' })
    await cms.payload.delete({ collection: 'outbox', where: { id: { exists: true } }, overrideAccess: true })
    await cms.rest('POST', `/articles/versions/${version}`, { token: staff.tokens.publisher, body: {} })
    expect((await told()).map(row => row.split(' ')[0])).toEqual(['takedown'])
  })

  it('hears of a setting', async () => {
    await cms.rest('POST', '/globals/operator', { token: staff.tokens.admin, body: { name: 'Kantor Uji' } })
    expect(await told()).toEqual(['publish operator'])
  })

  it('hears nothing of a change that fails', async () => {
    const id = await makeDocument(cms, 'articles', 'published', staff.office)
    await cms.payload.delete({ collection: 'outbox', where: { id: { exists: true } }, overrideAccess: true })
    await patch(id, { topic: 'bukan topik' })
    expect(await told()).toEqual([])
  })
})

describe('a published figure', () => {
  const change = (id: string, body: object) =>
    cms.rest('PATCH', `/figures/${id}`, { token: staff.tokens.publisher, body })
  const publicRevisions = async (id: string) => {
    const { slug } = await cms.payload.findByID({ collection: 'figures', id, overrideAccess: true })
    const { items } = await (await cms.rest('GET', '/publik/figures')).json()
    return items.find((item: { id: string }) => item.id === slug)?.revisions
  }

  it('changes its count only with a reason', async () => {
    const id = await makeDocument(cms, 'figures', 'published', staff.office)
    const response = await change(id, { count: 7 })
    expect([response.status, (await response.json()).errors[0].data.errors[0].path]).toEqual([
      400,
      'changeReason',
    ])
  })

  it('shows the public what changed and why', async () => {
    const id = await makeDocument(cms, 'figures', 'published', staff.office)
    await change(id, { count: 7, changeReason: 'Salah ketik' })
    expect(await publicRevisions(id)).toEqual([
      { date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), change: 'jumlah 5 → 7', reason: 'Salah ketik' },
    ])
  })

  it('compares with what is published, though drafts came between', async () => {
    const id = await makeDocument(cms, 'figures', 'published', staff.office)
    await cms.rest('PATCH', `/figures/${id}?draft=true`, { token: staff.tokens.editor, body: { count: 9 } })
    expect((await change(id, { _status: 'published', count: 9 })).status).toBe(400)
    expect((await change(id, { _status: 'published', count: 9, changeReason: 'Data akhir' })).status).toBe(
      200,
    )
    expect((await publicRevisions(id))[0].change).toBe('jumlah 5 → 9')
  })

  it('asks no reason for a note', async () => {
    const id = await makeDocument(cms, 'figures', 'published', staff.office)
    expect((await change(id, { note: 'Catatan' })).status).toBe(200)
    expect(await publicRevisions(id)).toEqual([])
  })

  it('lets nobody write the list of revisions by hand', async () => {
    const id = await makeDocument(cms, 'figures', 'published', staff.office)
    await change(id, { revisions: [{ date: '2025-01-01', change: 'x', reason: 'y' }] })
    expect(await publicRevisions(id)).toEqual([])
  })

  it('ends no sooner than it begins', async () => {
    const body = { ...freshData('figures', 'draft'), period: { start: '2025-06-01', end: '2025-05-01' } }
    const response = await cms.rest('POST', '/figures?draft=true', { token: staff.tokens.editor, body })
    expect(response.status).toBe(400)
  })
})

describe('an address', () => {
  it('is made from the title', async () => {
    const { slug: _, ...body } = { ...freshData('banners', 'draft'), title: 'Jangan Berangkat Sendiri!' }
    const response = await cms.rest('POST', '/banners?draft=true', { token: staff.tokens.editor, body })
    expect((await response.json()).doc.slug).toBe('jangan-berangkat-sendiri')
  })

  it('stays once it is published', async () => {
    const id = await makeDocument(cms, 'articles', 'published', staff.office)
    expect((await patch(id, { slug: 'lain' })).status).toBe(400)
  })

  it('is refused when another document has it', async () => {
    const first = freshData('banners', 'draft')
    await cms.rest('POST', '/banners?draft=true', { token: staff.tokens.editor, body: first })
    const response = await cms.rest('POST', '/banners?draft=true', {
      token: staff.tokens.editor,
      body: first,
    })
    expect(response.status).toBe(400)
  })
})
