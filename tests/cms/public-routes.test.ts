import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicNames } from '#src/content/public-api.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { makeStaff } from '#tests/helpers/staff.ts'

let cms: TestCms
let ids: Record<string, string>
beforeAll(async () => {
  cms = await startTestCms()
  const staff = await makeStaff(cms)
  ids = { offices: staff.office, users: staff.ids.admin }
})
afterAll(() => cms.close())

/** What a stranger may call, and what is answered. Everything else that exists refuses. */
const open: Record<string, number> = {
  'get /publik/:name': 200,
  // Says whether a first account exists; the set-up link is elsewhere.
  'get /users/init': 200,
  'get /users/me': 200,
  // What the caller may do: nothing, told to a stranger as an empty list.
  'get /access': 200,
  // A key under which a stranger has stored nothing: answered with null, whatever the key.
  'get /payload-preferences/:key': 200,
  'get /payload-preferences/count': 200,
  'get /payload-preferences/:id': 200,
}

/** Questions that are refused as incomplete before anyone asks who is asking; none of them does anything. */
const incomplete = /^(?:patch|delete) \/[\w-]+\/$/
/** What the caller may do with a collection or global: nothing, said with 200. */
const permissions = /^post \/(?:globals\/)?[\w-]+\/access(?:\/:id\?)?$/

function expected(route: string): number[] {
  const known = open[route]
  if (known !== undefined) return [known]
  if (permissions.test(route)) return [200, 404]
  return incomplete.test(route) ? [400, 403] : [401, 403, 404]
}
const surprising = (answers: Record<string, number>) =>
  Object.entries(answers).filter(([route, status]) => !expected(route).includes(status))

const methodsWithBody = ['post', 'patch', 'put']
const fill = (path: string, slug: string) =>
  path
    .replace(/:name/, 'offices')
    .replace(/:[a-z]+\??/gi, ids[slug] ?? '11111111-1111-4111-8111-111111111111')

async function call(method: string, path: string, slug: string): Promise<number> {
  const body = methodsWithBody.includes(method) ? {} : undefined
  return (await cms.rest(method.toUpperCase(), fill(path, slug), { body })).status
}

describe('a stranger', () => {
  it('is refused by every route of every collection that is not listed as open', async () => {
    const answers: Record<string, number> = {}
    for (const { endpoints, slug } of cms.payload.config.collections) {
      for (const { method, path } of endpoints || [])
        answers[`${method} /${slug}${path}`] = await call(method, `/${slug}${path}`, slug)
    }
    expect(Object.keys(answers).length).toBeGreaterThan(60)
    expect(surprising(answers)).toEqual([])
  })

  it('is refused by every route of every global', async () => {
    const answers: Record<string, number> = {}
    for (const { endpoints, slug } of cms.payload.config.globals) {
      for (const { method, path } of endpoints || [])
        answers[`${method} /globals/${slug}${path}`] = await call(method, `/globals/${slug}${path}`, slug)
    }
    expect(surprising(answers)).toEqual([])
  })

  it('is refused by every other route', async () => {
    const answers: Record<string, number> = {}
    for (const { method, path } of cms.payload.config.endpoints)
      answers[`${method} ${path}`] = await call(method, path, '')
    expect(surprising(answers)).toEqual([])
  })

  it.each([
    '/users/first-register',
    '/users/%66irst-register',
    '/users//first-register',
    '/users/first-register/',
  ])('makes no first account at %s', async address => {
    const empty = await startTestCms()
    const { status } = await empty.rest('POST', address, {
      body: { name: 'A', email: 'a@uji.example', password: 'x'.repeat(16), role: 'admin' },
    })
    const { totalDocs } = await empty.payload.count({ collection: 'users', overrideAccess: true })
    await empty.close()
    expect([[403, 404].includes(status), totalDocs]).toEqual([true, 0])
  })

  it("reads nobody's preferences", async () => {
    const response = await cms.rest('GET', '/payload-preferences/nav')
    expect((await response.json()).value ?? null).toBeNull()
  })

  it('finds no GraphQL', async () => {
    expect((await cms.rest('POST', '/graphql', { body: { query: '{ __typename }' } })).status).toBe(404)
    expect((await cms.rest('GET', '/graphql-playground')).status).toBe(404)
  })
})

describe('the public API', () => {
  it.each(publicNames)('gives %s with a tag by which an unchanged answer is not sent again', async name => {
    const first = await cms.rest('GET', `/publik/${name}`)
    const second = await cms.rest('GET', `/publik/${name}`, {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    })
    expect([first.status, second.status]).toEqual([200, 304])
  })

  it('answers an unknown name in the language of the caller', async () => {
    const indonesian = await cms.rest('GET', '/publik/rahasia')
    const english = await cms.rest('GET', '/publik/rahasia', { headers: { 'Accept-Language': 'en' } })
    expect([indonesian.status, (await indonesian.json()).errors[0].message]).toEqual([
      404,
      expect.stringContaining('Tidak ada data'),
    ])
    expect((await english.json()).errors[0].message).toContain('There is no data')
  })

  it('never gives a draft, nor a newer draft of what is published', async () => {
    const data = {
      title: 'Terbit',
      slug: 'terbit',
      message: 'Lama',
      action: { label: 'x', href: '/periksa/' },
      pattern: 'ombak' as const,
    }
    const { id } = await cms.payload.create({
      collection: 'banners',
      data: { ...data, _status: 'published' },
      overrideAccess: true,
    })
    await cms.payload.update({
      collection: 'banners',
      id,
      data: { message: 'Baru' },
      draft: true,
      overrideAccess: true,
    })
    await cms.payload.create({
      collection: 'banners',
      data: { ...data, slug: 'draf', _status: 'draft' },
      draft: true,
      overrideAccess: true,
    })
    const { items } = await (await cms.rest('GET', '/publik/banners')).json()
    expect(items.map(({ slug, message }: { slug: string; message: string }) => [slug, message])).toEqual([
      ['terbit', 'Lama'],
    ])
  })

  it('drops a link to what is not published', async () => {
    const office = await cms.payload.create({
      collection: 'offices',
      data: {
        slug: 'belum',
        name: 'Belum',
        city: 'x',
        province: 'y',
        provinceCode: '33',
        areasStatus: 'lengkap',
        _status: 'draft',
      },
      draft: true,
      overrideAccess: true,
    })
    await cms.payload.create({
      collection: 'articles',
      data: {
        title: 'A',
        slug: 'a',
        summary: 's',
        topic: 'kabar',
        published: '2025-01-01',
        office: office.id,
        _status: 'published',
      },
      overrideAccess: true,
    })
    const { items } = await (await cms.rest('GET', '/publik/articles')).json()
    expect(items[0]).toMatchObject({ slug: 'a', office: null, published: '2025-01-01' })
  })
})
