import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RestOptions, startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { makeStaff, type Staff } from '#tests/helpers/staff.ts'
import { makeDocument } from './access-fixtures.ts'

let cms: TestCms
let staff: Staff
let banner: string
beforeAll(async () => {
  cms = await startTestCms()
  staff = await makeStaff(cms)
  banner = await makeDocument(cms, 'banners', 'published', staff.office)
})
afterAll(() => cms.close())

const J = { 'Content-Type': 'application/json' }
const deep = (nesting: number) => `where${'[and][0]'.repeat(nesting)}[title][equals]=x`

type Probe = [method: string, address: string, options?: RestOptions]
/** Requests that nobody means: bad JSON, wrong types, unknown ids, odd queries, sizes. Some of them are harmless and answered. */
const probes: Probe[] = [
  ['POST', '/banners', { raw: '{bad', headers: J }],
  ['POST', '/banners', { raw: '[]', headers: J }],
  ['POST', '/banners', { raw: 'null', headers: J }],
  ['POST', '/banners', { raw: '"x"', headers: J }],
  ['POST', '/banners', { raw: '12', headers: J }],
  ['POST', '/banners', {}],
  ['POST', '/banners', { body: { title: { a: 1 }, slug: [1], message: 5, action: 'x', pattern: 'zzz' } }],
  ['POST', '/banners?draft=true', { body: { title: { a: 1 } } }],
  ['POST', '/banners?draft=true', { body: { title: 5 } }],
  ['POST', '/banners?draft=true', { body: { action: 'x' } }],
  ['POST', '/banners?draft=true', { body: { action: [1] } }],
  ['POST', '/banners?draft=true', { body: { slug: { a: 1 } } }],
  ['POST', '/banners?draft=true', { body: { office: { a: 1 } } }],
  ['POST', '/banners?draft=true', { body: { office: 'nope' } }],
  ['POST', '/banners?draft=true', { body: { image: 'nope' } }],
  ['POST', '/banners?draft=true', { body: { image: { x: 1 } } }],
  ['POST', '/banners?draft=true', { body: { from: 'nonsense' } }],
  ['POST', '/banners?draft=true', { body: { from: 5 } }],
  ['POST', '/banners?draft=true', { body: { from: {} } }],
  ['POST', '/banners?draft=true', { body: { title: 'x'.repeat(5_000_000) } }],
  ['POST', '/banners?draft=true', { body: { title: 'a\u0000b', slug: 'nul' } }],
  ['POST', '/figures?draft=true', { body: { count: 'x' } }],
  ['POST', '/figures?draft=true', { raw: '{"count":1e400}', headers: J }],
  ['POST', '/figures?draft=true', { body: { reasons: 'x' } }],
  ['POST', '/figures?draft=true', { body: { reasons: [{}] } }],
  ['POST', '/figures?draft=true', { body: { sources: 'x' } }],
  ['POST', '/figures?draft=true', { body: { sources: { a: 1 } } }],
  ['POST', '/figures?draft=true', { body: { sources: [1, null] } }],
  ['POST', '/figures?draft=true', { body: { period: 'x' } }],
  ['POST', '/figures?draft=true', { body: { period: { start: 'x', end: 'y' } } }],
  ['POST', '/figures?draft=true', { body: { contradicts: 'x' } }],
  ['POST', '/figures?draft=true', { body: { contradicts: [{}] } }],
  ['POST', '/figures?draft=true', { body: { subsetOf: ['x'] } }],
  ['POST', '/figures?draft=true', { body: { approximate: 'x' } }],
  ['POST', '/figures', { body: { count: 1.5 } }],
  ['POST', '/articles?draft=true', { body: { body: 'x' } }],
  ['POST', '/articles?draft=true', { body: { body: { root: 1 } } }],
  ['POST', '/articles?draft=true', { body: { body: { root: { children: 'x' } } } }],
  [
    'POST',
    '/articles?draft=true',
    { body: { body: { root: { type: 'root', children: [{ type: 'upload' }] } } } },
  ],
  ['POST', '/articles?draft=true', { body: { body: [] } }],
  ['POST', '/articles?draft=true', { body: { body: 5 } }],
  ['POST', '/articles?draft=true', { body: { id: { a: 1 }, _status: 5 } }],
  ['POST', '/articles?draft=true', { body: { _status: 'zz' } }],
  ['POST', '/articles?draft=true', { body: { createdAt: 'x', updatedAt: {} } }],
  ['POST', '/offices?draft=true', { body: { class: 5 } }],
  ['POST', '/offices?draft=true', { body: { areas: [{ name: {} }] } }],
  ['POST', '/offices?draft=true', { body: { areas: [{ id: {} }] } }],
  ['POST', '/offices?draft=true', { body: { areas: [{ id: 'a' }, { id: 'a' }] } }],
  ['POST', '/offices?draft=true', { body: { areas: [{ name: 'x', year: 'x' }] } }],
  ['POST', '/offices?draft=true', { body: { found: 'x' } }],
  ['POST', '/offices?draft=true', { body: { found: [{ kind: 'zzz', value: 5 }] } }],
  ['POST', '/offices?draft=true', { body: { found: [{ kind: 'situs', value: {}, source: 'x' }] } }],
  ['POST', '/offices?draft=true', { body: { website: { a: 1 } } }],
  ['GET', '/banners/nope'],
  ['GET', '/banners/%00'],
  ['GET', "/banners/'%20OR%201=1--"],
  ['GET', '/banners/%E0%A4%A'],
  ['PATCH', '/banners/nope', { body: { title: 'x' } }],
  ['DELETE', '/banners/nope'],
  ['GET', '/banners?limit=-1'],
  ['GET', '/banners?limit=abc'],
  ['GET', '/banners?limit=99999999999999999999'],
  ['GET', '/banners?page=-5'],
  ['GET', '/banners?page=1e99'],
  ['GET', '/banners?depth=999999'],
  ['GET', '/banners?depth=abc'],
  ['GET', '/banners?sort=nope'],
  ['GET', '/banners?sort=title;drop table users'],
  ['GET', '/banners?sort[a]=b'],
  ['GET', '/banners?sort=-password'],
  ['GET', '/banners?locale=xx'],
  ['PATCH', '/banners/nope?publishSpecificLocale=zz', { body: { title: 'x' } }],
  ['GET', '/banners?locale[a]=1'],
  ['GET', '/banners?fallback-locale=zz'],
  ['GET', '/banners?where=x'],
  ['GET', '/banners?where[nope][equals]=1'],
  ['GET', '/banners?where[title][nope]=1'],
  ['GET', '/banners?where[title]=1'],
  ['GET', '/banners?where[title][equals][a]=1'],
  ['GET', '/banners?where[or]=x'],
  ['GET', '/banners?where[or][a][title][equals]=x'],
  ['GET', '/banners?where[and][0]=x'],
  ['GET', '/banners?where[id][in]=x'],
  ['GET', '/banners?where[id][equals][]=x'],
  ['GET', '/banners?where[from][greater_than]=abc'],
  ['GET', '/banners?where[office.password][equals]=x'],
  ['GET', '/banners?where[office.name][like]=%25'],
  ['GET', '/banners?where[title][near]=1,2'],
  ['GET', '/banners?where[title][within]=x'],
  ['GET', '/banners?where[title][exists]=maybe'],
  ['GET', '/figures?where[count][equals]=abc'],
  ['GET', '/figures?where[count][greater_than]=abc'],
  ['GET', '/figures?where[count][in]=a,b'],
  ['GET', '/figures?where[sources.title][equals]=x'],
  ['GET', '/figures?where[sources][equals]=x'],
  ['GET', '/figures?where[reasons][in]=x'],
  ['GET', '/figures?where[reasons][like]=x'],
  ['GET', '/figures?where[period][equals]=x'],
  ['GET', '/articles?where[body][equals]=x'],
  ['GET', '/articles?where[body.root][equals]=x'],
  ['GET', "/articles?where[body.root.children')--][equals]=x"],
  ['GET', '/figures?where[approximate][equals]=maybe'],
  ['GET', '/figures?where[subsetOf][equals]=null'],
  ['GET', '/figures?where[subsetOf.count][equals]=x'],
  ['GET', '/figures?where[subsetOf.subsetOf.subsetOf.subsetOf.count][equals]=1'],
  ['GET', `/banners?${deep(3)}`],
  ['GET', `/banners?${deep(50)}`],
  ['GET', `/banners?${Array.from({ length: 3000 }, (_, i) => `where[or][${i}][title][equals]=x`).join('&')}`],
  ['GET', `/banners?where[title][in]=${Array(40000).fill('a').join(',')}`],
  ['GET', `/banners?where[title][equals]=${'x'.repeat(200000)}`],
  ['GET', `/banners?where[title][like]=${'%25'.repeat(60000)}`],
  ['GET', '/banners?select[nope]=true'],
  ['GET', '/banners?select=x'],
  ['GET', '/banners?select[title]=maybe'],
  ['GET', '/banners?populate=x'],
  ['GET', '/banners?populate[x]=1'],
  ['GET', '/banners?joins=x'],
  ['GET', '/banners?joins[a][limit]=x'],
  ['GET', '/banners?draft=maybe'],
  ['GET', '/banners?trash=true'],
  ['GET', '/banners?pagination=false'],
  ['GET', '/banners/versions?where[version.title][equals]=x'],
  ['GET', '/banners/versions?where[nope]=1'],
  ['GET', '/banners/versions/nope'],
  ['POST', '/banners/versions/nope', { body: {} }],
  ['GET', '/banners/versions?sort=nope'],
  ['PATCH', '/banners?where[id][equals]=nope', { body: { title: 'x' } }],
  ['PATCH', '/banners?where=x', { body: { title: 'x' } }],
  ['PATCH', `/banners/:id`, { raw: '{bad', headers: J }],
  ['PATCH', `/banners/:id`, { body: { title: null } }],
  ['PATCH', `/banners/:id`, { body: [] }],
  ['PATCH', `/banners/:id`, { raw: 'null', headers: J }],
  ['PATCH', `/banners/:id?autosave=true`, { body: { title: 'y' } }],
  ['PATCH', `/banners/:id?publishSpecificLocale=zz`, { body: { title: 'y', _status: 'published' } }],
  ['DELETE', '/banners?where[nope][equals]=1'],
  ['DELETE', '/banners?where=x'],
  ['DELETE', '/banners'],
  ['POST', `/banners/:id/duplicate`, { body: { slug: { a: 1 } } }],
  ['POST', `/banners/:id/duplicate`, { body: {} }],
  ['POST', '/banners/nope/duplicate', { body: {} }],
  ['POST', `/banners/:id/duplicate`, { raw: '{bad', headers: J }],
  ['POST', '/users/login', { raw: '{bad', headers: J }],
  ['POST', '/users/login', { body: { email: { a: 1 }, password: [1] } }],
  ['POST', '/users/login', { body: { email: ['a'], password: 5 } }],
  ['POST', '/users/login', { body: { email: 'a@b.id', password: {} } }],
  ['POST', '/users/login', { body: { email: 'admin@uji.example', password: {} } }],
  ['POST', '/users/login', { body: { email: 'admin@uji.example', password: 5 } }],
  ['POST', '/users/login', { body: { email: 'admin@uji.example' } }],
  ['POST', '/users/login', { raw: 'null', headers: J }],
  ['POST', '/users/login', { body: { email: 'x'.repeat(1e6), password: 'y'.repeat(1e6) } }],
  ['POST', '/users/login', { body: { email: 'admin@uji.example', password: 'salah' } }],
  ['POST', '/users/forgot-password', { body: { email: { a: 1 } } }],
  ['POST', '/users/reset-password', { body: { token: { a: 1 }, password: 'x' } }],
  ['POST', '/users/reset-password', { body: { token: 'x', password: {} } }],
  ['POST', '/users/reset-password', { body: {} }],
  ['POST', '/users/unlock', { body: { email: {} } }],
  ['POST', '/users/unlock', { body: { email: 'nope' } }],
  ['POST', '/users/refresh-token', {}],
  ['POST', '/users/refresh-token', { token: null }],
  ['POST', '/users/logout', { token: null }],
  ['POST', '/users', { body: { email: 'x' } }],
  [
    'POST',
    '/users',
    { body: { email: 'admin@uji.example', password: '12345678901234', name: 'x', role: 'editor' } },
  ],
  ['POST', '/users', { body: { email: 'zz@uji.example', password: {}, name: 'x', role: 'editor' } }],
  ['POST', '/users', { body: { email: 'zz@uji.example', password: 'x', name: 'x', role: 'editor' } }],
  [
    'POST',
    '/users',
    { body: { email: 'z2@uji.example', password: '12345678901234', name: 'x', role: 'root' } },
  ],
  [
    'POST',
    '/users',
    {
      body: { email: 'z3@uji.example', password: '12345678901234', name: 'x', role: 'editor', sessions: 'x' },
    },
  ],
  [
    'POST',
    '/users',
    {
      body: {
        email: 'z4@uji.example',
        password: '12345678901234',
        name: 'x',
        role: 'editor',
        hash: 'x',
        salt: 'y',
        loginAttempts: 'z',
        lockUntil: 'q',
      },
    },
  ],
  ['PATCH', '/users/:editor', { body: { email: { a: 1 } } }],
  ['PATCH', '/users/:editor', { body: { password: { a: 1 } } }],
  ['PATCH', '/users/:editor', { body: { lockUntil: 'x' } }],
  ['PATCH', '/users/:editor', { body: { sessions: [{}] } }],
  ['POST', '/media', { body: { alt: 'x' } }],
  ['POST', '/media', { raw: 'xx', headers: { 'Content-Type': 'multipart/form-data' } }],
  ['POST', '/media', { raw: 'xx', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }],
  [
    'POST',
    '/media',
    {
      raw: '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{bad\r\n--x--',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    },
  ],
  ['POST', '/media', { raw: 'xx', headers: { 'Content-Type': 'text/plain' } }],
  ['GET', '/media/file/..%2f..%2fetc%2fpasswd'],
  ['GET', '/media/file/nope.webp'],
  ['GET', '/media/file/%00'],
  ['GET', '/media/paste-url/nope?src=http://127.0.0.1'],
  ['POST', '/globals/operator', { raw: '{bad', headers: J }],
  ['POST', '/globals/operator', { body: { email: {} } }],
  ['POST', '/globals/operator', { body: { logo: 'x' } }],
  ['POST', '/globals/operator', { body: { logo: {} } }],
  ['POST', '/globals/operator', { body: { official: 'x' } }],
  ['POST', '/help-channels', { raw: '{bad', headers: J }],
  ['POST', '/help-channels', { body: { name: {} } }],
  ['POST', '/help-channels', { body: { areas: 'x' } }],
  ['POST', '/help-channels', { body: { areas: [1] } }],
  ['POST', '/help-channels', { body: { contradicts: 'x' } }],
  ['POST', '/help-channels', { body: { contradicts: [{}] } }],
  ['POST', '/help-channels', { body: { source: 5 } }],
  ['POST', '/help-channels?locale=all', { body: { name: 'x' } }],
  ['PATCH', '/help-channels/nope', { body: { tel: 5 } }],
  ['GET', '/help-channels?where[country][like]=%00'],
  ['GET', '/globals/nope'],
  ['GET', '/globals/operator/versions/nope'],
  ['POST', '/globals/operator/versions/nope', { body: {} }],
  ['GET', '/globals/operator/versions?where=x'],
  ['POST', '/payload-preferences/x', { raw: '{bad', headers: J }],
  ['POST', '/payload-preferences/x', { body: { value: { a: 1 } } }],
  ['POST', '/payload-preferences/x', { body: {} }],
  ['POST', `/payload-preferences/${'x'.repeat(5000)}`, { body: { value: 1 } }],
  ['GET', '/payload-preferences/%00'],
  ['DELETE', '/payload-preferences/nope'],
  ['POST', '/payload-locked-documents', { body: { document: 'x' } }],
  ['POST', '/payload-locked-documents', { body: { document: { relationTo: 'nope', value: 'x' } } }],
  ['POST', '/payload-locked-documents', { body: { user: 'x' } }],
  ['GET', '/payload-locked-documents?where[document.value][equals]=x'],
  ['POST', '/payload-locked-documents', { body: { globalSlug: {} } }],
  ['GET', '/nope'],
  ['GET', '/publik/'],
  ['GET', '/publik'],
  ['GET', '/publik/__proto__'],
  ['GET', '/publik/constructor'],
  ['GET', '/publik/%00'],
  ['POST', '/publik/offices', { body: {} }],
  ['GET', '/__proto__'],
  ['GET', '/constructor/x'],
  ['GET', '/access?x=1'],
  ['PUT', '/banners', { body: {} }],
  ['POST', '/banners', { raw: 'a=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }],
  [
    'POST',
    '/banners',
    {
      raw: 'where[a]=1&limit=x',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-HTTP-Method-Override': 'GET' },
    },
  ],
  ['POST', '/banners', { raw: '{bad', headers: { ...J, 'X-HTTP-Method-Override': 'GET' } }],
  ['GET', '/banners', { token: 'abc' }],
  ['GET', '/banners', { token: 'a.b.c' }],
  ['GET', '/banners', { headers: { Authorization: 'JWT' } }],
  ['GET', '/banners', { headers: { Cookie: 'payload-token=%E0%A4%A' } }],
  ['GET', '/banners', { headers: { Cookie: '%%%=;;;' } }],
  ['GET', '/banners', { headers: { 'Accept-Language': 'xx-yy;q=a,,,' } }],
  ['POST', '/build-state', { raw: '{bad', headers: J }],
]

describe('a signed-in administrator who sends nonsense', () => {
  it.each(
    probes.map(([method, address, options]) => ({
      method,
      address,
      options,
      told: `${address.slice(0, 80)} ${JSON.stringify(options ?? {}).slice(0, 80)}`,
    })),
  )('is never answered with a fault of the server: $method $told', async ({ address, method, options }) => {
    const place = address.replace(':id', banner).replace(':editor', staff.ids.editor)
    const response = await cms.rest(method, place, { token: staff.tokens.admin, ...options })
    const text = await response.text()
    expect(response.status, text.slice(0, 300)).toBeLessThan(500)
    expect(text).not.toMatch(/node_modules|at async|\.ts:\d|SQLITE|select "|Cannot read/i)
  })
})

describe('a refusal', () => {
  const messageOf = async (headers: Record<string, string>) => {
    const response = await cms.rest('GET', '/banners?where[nope][equals]=1', {
      token: staff.tokens.admin,
      headers,
    })
    return (await response.json()).errors[0].message
  }

  it('is in Indonesian by default', async () => {
    expect(await messageOf({})).toBe('Tidak dapat mencari menurut: nope')
  })

  it('is in English for a caller who asks for it', async () => {
    expect(await messageOf({ 'Accept-Language': 'en-GB,en;q=0.9' })).toBe(
      'The following path cannot be queried: nope',
    )
  })

  it('names each field of a form that does not fit', async () => {
    const response = await cms.rest('POST', '/figures?draft=true', {
      token: staff.tokens.admin,
      body: { count: 'x', period: { start: 'kemarin' } },
    })
    const { errors } = await response.json()
    expect(errors[0].data.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'count',
      'period.start',
    ])
  })

  it('is not the answer to a POST that needs no body', async () => {
    const { status } = await cms.rest('POST', '/users/refresh-token', {
      token: staff.tokens.editor,
      raw: new Uint8Array(0),
    })
    expect(status).toBe(200)
  })

  it('leaves nothing half-written', async () => {
    const before = await cms.payload.count({ collection: 'banners', overrideAccess: true })
    await cms.rest('POST', '/banners?draft=true', {
      token: staff.tokens.admin,
      body: { title: 'x', slug: 'setengah', image: 'tidak-ada' },
    })
    const after = await cms.payload.count({ collection: 'banners', overrideAccess: true })
    expect(after.totalDocs).toBe(before.totalDocs)
  })
})
