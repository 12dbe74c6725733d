import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { callers, makeStaff, type Staff } from '#tests/helpers/staff.ts'
import { type ContentSlug, contentSlugs, freshData, makeDocument, newestVersion } from './access-fixtures.ts'

let cms: TestCms
let staff: Staff
beforeAll(async () => {
  cms = await startTestCms()
  staff = await makeStaff(cms)
})
afterAll(() => cms.close())

type Operation = (collection: ContentSlug, token: string | null) => Promise<Response>
const make = (collection: ContentSlug, status: 'draft' | 'published') =>
  makeDocument(cms, collection, status, staff.office)

const operations: Record<string, Operation> = {
  list: (c, token) => cms.rest('GET', `/${c}`, { token }),
  count: (c, token) => cms.rest('GET', `/${c}/count`, { token }),
  'read a draft': async (c, token) =>
    cms.rest('GET', `/${c}/${await make(c, 'draft')}?draft=true`, { token }),
  'read a published one': async (c, token) =>
    cms.rest('GET', `/${c}/${await make(c, 'published')}`, { token }),
  'create a draft': (c, token) =>
    cms.rest('POST', `/${c}?draft=true`, { token, body: freshData(c, 'draft') }),
  'create a published one': (c, token) =>
    cms.rest('POST', `/${c}`, { token, body: freshData(c, 'published') }),
  copy: async (c, token) =>
    cms.rest('POST', `/${c}/${await make(c, 'draft')}/duplicate`, {
      token,
      body: { slug: freshData(c, 'draft').slug },
    }),
  'save a draft': async (c, token) =>
    cms.rest('PATCH', `/${c}/${await make(c, 'draft')}?draft=true`, {
      token,
      body: { sources: [{ title: 'Lain' }] },
    }),
  publish: async (c, token) =>
    cms.rest('PATCH', `/${c}/${await make(c, 'draft')}`, { token, body: { _status: 'published' } }),
  'publish through ?draft=true': async (c, token) =>
    cms.rest('PATCH', `/${c}/${await make(c, 'draft')}?draft=true`, {
      token,
      body: { _status: 'published' },
    }),
  'delete a draft': async (c, token) => cms.rest('DELETE', `/${c}/${await make(c, 'draft')}`, { token }),
  'delete a published one': async (c, token) =>
    cms.rest('DELETE', `/${c}/${await make(c, 'published')}`, { token }),
  'list versions': (c, token) => cms.rest('GET', `/${c}/versions`, { token }),
  'read a version': async (c, token) =>
    cms.rest('GET', `/${c}/versions/${await newestVersion(cms, c, await make(c, 'draft'))}`, { token }),
  'restore a published version': async (c, token) =>
    cms.rest('POST', `/${c}/versions/${await newestVersion(cms, c, await make(c, 'published'))}`, {
      token,
      body: {},
    }),
}

// nobody, admin, publisher, editor, handler, publisher of another office, editor of another office
const expected: Record<keyof typeof operations, readonly number[]> = {
  list: [403, 200, 200, 200, 403, 200, 200],
  count: [403, 200, 200, 200, 403, 200, 200],
  'read a draft': [403, 200, 200, 200, 403, 404, 404],
  'read a published one': [403, 200, 200, 200, 403, 200, 200],
  'create a draft': [403, 201, 201, 201, 403, 201, 201],
  'create a published one': [403, 201, 201, 403, 403, 201, 403],
  copy: [403, 200, 200, 200, 403, 403, 403],
  'save a draft': [403, 200, 200, 200, 403, 403, 403],
  publish: [403, 200, 200, 403, 403, 403, 403],
  'publish through ?draft=true': [403, 200, 200, 403, 403, 403, 403],
  'delete a draft': [403, 200, 200, 200, 403, 403, 403],
  'delete a published one': [403, 200, 200, 403, 403, 403, 403],
  'list versions': [403, 200, 200, 200, 403, 200, 200],
  'read a version': [403, 200, 200, 200, 403, 403, 403],
  'restore a published version': [403, 200, 200, 403, 403, 403, 403],
}

describe.each(contentSlugs)('%s', collection => {
  it.each(Object.keys(operations))('answers each role as the table says: %s', async operation => {
    const run = operations[operation] as Operation
    const statuses: number[] = []
    for (const caller of callers) statuses.push((await run(collection, staff.tokens[caller])).status)
    expect(statuses).toEqual(expected[operation])
  })
})

describe('the rules of the newsroom', () => {
  const statusOf = async (id: string) =>
    (await cms.payload.findByID({ collection: 'banners', id, overrideAccess: true }))._status

  it('keeps a published document published when an editor saves over it', async () => {
    const id = await make('banners', 'published')
    await cms.rest('PATCH', `/banners/${id}`, {
      token: staff.tokens.editor,
      body: { message: 'Baru', _status: 'draft' },
    })
    const { message, _status } = await cms.payload.findByID({
      collection: 'banners',
      id,
      overrideAccess: true,
    })
    expect({ message, _status }).toEqual({ message: 'Pesan', _status: 'published' })
  })

  it('lets no editor publish many at once', async () => {
    const id = await make('banners', 'draft')
    await cms.rest('PATCH', `/banners?where[id][equals]=${id}`, {
      token: staff.tokens.editor,
      body: { _status: 'published' },
    })
    expect(await statusOf(id)).toBe('draft')
  })

  it('lets no editor unpublish, by any flag', async () => {
    const id = await make('banners', 'published')
    await cms.rest('PATCH', `/banners/${id}?unpublishAllLocales=true`, {
      token: staff.tokens.editor,
      body: { _status: 'draft' },
    })
    expect(await statusOf(id)).toBe('published')
  })

  it('lets no editor publish all languages by flag', async () => {
    const id = await make('banners', 'draft')
    await cms.rest('PATCH', `/banners/${id}?publishAllLocales=true`, {
      token: staff.tokens.editor,
      body: { message: 'x' },
    })
    expect(await statusOf(id)).toBe('draft')
  })

  it('lets an editor restore an old version only as a draft', async () => {
    const id = await make('banners', 'published')
    const version = await newestVersion(cms, 'banners', id)
    const { status } = await cms.rest('POST', `/banners/versions/${version}?draft=true`, {
      token: staff.tokens.editor,
      body: {},
    })
    expect([status, await statusOf(id)]).toEqual([200, 'published'])
  })

  it('lets no editor take a page down by restoring a draft version over it', async () => {
    const id = await make('banners', 'draft')
    const version = await newestVersion(cms, 'banners', id)
    await cms.payload.update({
      collection: 'banners',
      id,
      data: { _status: 'published' },
      overrideAccess: true,
    })
    const { status } = await cms.rest('POST', `/banners/versions/${version}`, {
      token: staff.tokens.editor,
      body: {},
    })
    expect([status, await statusOf(id)]).toEqual([403, 'published'])
  })

  it('gives what an editor makes to the office of the editor', async () => {
    const body = { ...freshData('banners', 'draft'), office: staff.otherOffice }
    const response = await cms.rest('POST', '/banners?draft=true', { token: staff.tokens.editor, body })
    const { doc } = await response.json()
    expect(doc.office.id ?? doc.office).toBe(staff.office)
  })

  it('lets no publisher move a document to another office', async () => {
    const id = await make('banners', 'draft')
    await cms.rest('PATCH', `/banners/${id}`, {
      token: staff.tokens.publisher,
      body: { office: staff.otherOffice },
    })
    const { office } = await cms.payload.findByID({
      collection: 'banners',
      id,
      depth: 0,
      overrideAccess: true,
    })
    expect(office).toBe(staff.office)
  })

  it('lets nobody choose an id', async () => {
    const id = '11111111-1111-4111-8111-111111111111'
    const response = await cms.rest('POST', '/banners?draft=true', {
      token: staff.tokens.admin,
      body: { ...freshData('banners', 'draft'), id },
    })
    expect((await response.json()).doc?.id).not.toBe(id)
  })

  it('shows in lists only what the office may see', async () => {
    const id = await make('banners', 'draft')
    const response = await cms.rest('GET', `/banners?draft=true&where[id][equals]=${id}`, {
      token: staff.tokens.otherPublisher,
    })
    expect((await response.json()).totalDocs).toBe(0)
  })

  it('offers no route to schedule a publish', async () => {
    const response = await cms.rest('POST', '/payload-jobs/run', { token: staff.tokens.editor, body: {} })
    expect(response.status).toBe(404)
  })
})
