import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collections, globals } from '#src/slugs.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { callers, makeStaff, officeData, password, type Staff } from '#tests/helpers/staff.ts'
import { contentSlugs } from './access-fixtures.ts'

let cms: TestCms
let staff: Staff
beforeAll(async () => {
  cms = await startTestCms()
  staff = await makeStaff(cms)
})
afterAll(() => cms.close())

async function statuses(run: (token: string | null) => Promise<Response>): Promise<number[]> {
  const all: number[] = []
  for (const caller of callers) all.push((await run(staff.tokens[caller])).status)
  return all
}

/** Collections that no request reaches, whoever asks. */
const closed = [
  collections.outbox,
  collections.builds,
  ...Object.values(collections).filter(
    slug =>
      !['users', 'offices', 'media', 'help-channels', 'outbox', 'builds', ...contentSlugs].includes(slug),
  ),
  'payload-migrations',
  'payload-kv',
]

describe('the table of access', () => {
  it('knows every collection of the CMS', () => {
    const told = [
      'users',
      'offices',
      'media',
      'help-channels',
      'payload-locked-documents',
      'payload-preferences',
      ...contentSlugs,
      ...closed,
    ]
    expect(cms.payload.config.collections.map(({ slug }) => slug).sort()).toEqual([...new Set(told)].sort())
  })

  it('knows every global of the CMS', () => {
    expect(cms.payload.config.globals.map(({ slug }) => slug).sort()).toEqual(Object.values(globals).sort())
  })
})

describe.each(closed)('%s', slug => {
  it.each(['GET', 'POST', 'PATCH', 'DELETE'])('answers %s to nobody', async method => {
    const body = method === 'POST' || method === 'PATCH' ? {} : undefined
    const answers = await statuses(token => cms.rest(method, `/${slug}`, { token, body }))
    expect(answers.every(status => [403, 404, 501].includes(status))).toBe(true)
  })

  it('is not readable by count or id', async () => {
    const answers = [
      ...(await statuses(token => cms.rest('GET', `/${slug}/count`, { token }))),
      ...(await statuses(token => cms.rest('GET', `/${slug}/x`, { token }))),
    ]
    expect(answers.every(status => [403, 404, 501].includes(status))).toBe(true)
  })
})

// nobody, admin, publisher, editor, handler, publisher of another office, editor of another office
describe('users', () => {
  const newUser = () => ({
    name: 'Baru',
    email: `baru-${Math.random()}@uji.example`,
    role: 'editor',
  })

  it('lists accounts to administrators, to others their own, and to case handlers none', async () => {
    const counts: unknown[] = []
    for (const caller of callers) {
      const response = await cms.rest('GET', '/users', { token: staff.tokens[caller] })
      counts.push((await response.json()).totalDocs ?? response.status)
    }
    expect(counts).toEqual([403, 6, 1, 1, 403, 1, 1])
  })

  it('lets only administrators make and delete accounts, and nobody unlock them', async () => {
    expect(await statuses(token => cms.rest('POST', '/users', { token, body: newUser() }))).toEqual([
      403, 201, 403, 403, 403, 403, 403,
    ])
    expect(
      await statuses(token =>
        cms.rest('POST', '/users/unlock', { token, body: { email: 'editor@uji.example' } }),
      ),
    ).toEqual([404, 404, 404, 404, 404, 404, 404])
    const victim = async () =>
      (
        await cms.payload.create({
          collection: 'users',
          data: { ...newUser(), password } as never,
          overrideAccess: true,
          context: { setup: true },
        })
      ).id
    const answers = await statuses(async token => cms.rest('DELETE', `/users/${await victim()}`, { token }))
    expect(answers).toEqual([403, 200, 403, 403, 403, 403, 403])
  })

  it('lets people change their own name and no other account', async () => {
    expect(
      (
        await cms.rest('PATCH', `/users/${staff.ids.editor}`, {
          token: staff.tokens.editor,
          body: { name: 'H' },
        })
      ).status,
    ).toBe(200)
    expect(
      await statuses(token =>
        cms.rest('PATCH', `/users/${staff.ids.editor}`, { token, body: { name: 'X' } }),
      ),
    ).toEqual([403, 200, 403, 200, 403, 403, 403])
    expect(
      await statuses(token =>
        cms.rest('PATCH', `/users/${staff.ids.handler}`, { token, body: { name: 'X' } }),
      ),
    ).toEqual([403, 200, 403, 403, 403, 403, 403])
  })

  it.each(['publisher', 'editor', 'handler'] as const)('lets no %s change role or office', async caller => {
    const before = await cms.payload.findByID({
      collection: 'users',
      id: staff.ids[caller],
      depth: 0,
      overrideAccess: true,
    })
    await cms.rest('PATCH', `/users/${staff.ids[caller]}`, {
      token: staff.tokens[caller],
      body: { role: 'admin', office: staff.otherOffice },
    })
    const after = await cms.payload.findByID({
      collection: 'users',
      id: staff.ids[caller],
      depth: 0,
      overrideAccess: true,
    })
    expect([after.role, after.office]).toEqual([before.role, before.office])
  })

  it('lets only administrators make a password link', async () => {
    const ask = (token: string | null) => cms.rest('POST', `/users/${staff.ids.handler}/link`, { token })
    expect(await statuses(ask)).toEqual([403, 200, 403, 403, 403, 403, 403])
    // That it works once, and ends every session of the account, is in invite.test.ts and own-account.test.ts.
    expect((await (await ask(staff.tokens.admin)).json()).url).toContain('/sandi/')
  })
})

describe('offices', () => {
  const read = (query: string) => statuses(token => cms.rest('GET', `/offices${query}`, { token }))

  it('lets only administrators add and delete them', async () => {
    let serial = 0
    expect(
      await statuses(token => cms.rest('POST', '/offices', { token, body: officeData(`baru-${serial++}`) })),
    ).toEqual([403, 201, 403, 403, 403, 403, 403])
    const make = async () =>
      (
        await cms.payload.create({
          collection: 'offices',
          data: officeData(`hapus-${serial++}`),
          overrideAccess: true,
        })
      ).id
    expect(await statuses(async token => cms.rest('DELETE', `/offices/${await make()}`, { token }))).toEqual([
      403, 200, 403, 403, 403, 403, 403,
    ])
  })

  it('is read by the newsroom', async () => {
    expect(await read('')).toEqual([403, 200, 200, 200, 403, 200, 200])
    expect(await read('/versions')).toEqual([403, 200, 200, 200, 403, 200, 200])
  })

  it('is drafted by its own staff and published by its own publisher', async () => {
    const address = `/offices/${staff.office}`
    expect(
      await statuses(token =>
        cms.rest('PATCH', `${address}?draft=true`, { token, body: { phone: '(021) 555 0101' } }),
      ),
    ).toEqual([403, 200, 200, 200, 403, 403, 403])
    expect(
      await statuses(token =>
        cms.rest('PATCH', address, { token, body: { phone: '(021) 555 0102', _status: 'published' } }),
      ),
    ).toEqual([403, 200, 200, 403, 403, 403, 403])
  })
})

describe('payload-locked-documents', () => {
  it('tells the newsroom only who edits what', async () => {
    const address = '/payload-locked-documents'
    await cms.rest('POST', address, {
      token: staff.tokens.editor,
      body: { globalSlug: 'operator', user: { relationTo: 'users', value: staff.ids.editor } },
    })
    expect(await statuses(token => cms.rest('GET', address, { token }))).toEqual([
      403, 200, 200, 200, 403, 200, 200,
    ])
    const seen: unknown[] = []
    for (const caller of ['admin', 'publisher'] as const) {
      const response = await cms.rest('GET', address, { token: staff.tokens[caller] })
      seen.push((await response.json()).totalDocs)
    }
    expect(seen).toEqual([1, 1])
  })
})

describe('payload-preferences', () => {
  it('keeps the preferences of each account from all others', async () => {
    await cms.rest('POST', '/payload-preferences/uji', {
      token: staff.tokens.admin,
      body: { value: { rahasia: 1 } },
    })
    const counts: unknown[] = []
    for (const caller of callers) {
      const response = await cms.rest('GET', '/payload-preferences', { token: staff.tokens[caller] })
      counts.push((await response.json()).totalDocs ?? response.status)
    }
    expect(counts).toEqual([403, 1, 0, 0, 403, 0, 0])
  })
})

describe('help-channels', () => {
  let serial = 0
  const line = () => {
    serial += 1
    return {
      slug: `saluran-uji-${serial}`,
      name: 'Saluran uji',
      purpose: 'Untuk uji',
      where: 'luar-negeri' as const,
      kind: 'darurat' as const,
      identity: 'belum-diketahui' as const,
      country: 'kh' as const,
      body: 'polisi' as const,
      tel: '+85512813282',
      source: { title: 'Sumber uji' },
      _status: 'published' as const,
    }
  }
  const make = async () =>
    (await cms.payload.create({ collection: 'help-channels', data: line(), overrideAccess: true })).id

  it('are read by the newsroom, made, changed, deleted and looked back on by administrators', async () => {
    const all = [403, 200, 200, 200, 403, 200, 200]
    const admins = [403, 200, 403, 403, 403, 403, 403]
    const id = await make()
    expect(await statuses(token => cms.rest('GET', '/help-channels', { token }))).toEqual(all)
    expect(await statuses(token => cms.rest('GET', `/help-channels/${id}`, { token }))).toEqual(all)
    const made = await statuses(token => cms.rest('POST', '/help-channels', { token, body: line() }))
    expect(made).toEqual([403, 201, 403, 403, 403, 403, 403])
    const body = { tel: '+85561844661' }
    expect(await statuses(token => cms.rest('PATCH', `/help-channels/${id}`, { token, body }))).toEqual(
      admins,
    )
    const deleted = await statuses(async token =>
      cms.rest('DELETE', `/help-channels/${await make()}`, { token }),
    )
    expect(deleted).toEqual(admins)
    expect(await statuses(token => cms.rest('GET', '/help-channels/versions', { token }))).toEqual(admins)
  })

  it('refuse a number, month, country or area in a form that no page could show', async () => {
    const wrong = [
      { tel: '012 345' },
      { whatsapp: '+62811' },
      { month: '2025-13' },
      { country: 'zz' },
      { grade: 'D' },
      { areas: [{ code: 'Jawa Barat' }] },
      { source: { title: '', url: 'imigrasi' } },
    ]
    const answers = await Promise.all(
      wrong.map(part =>
        cms.rest('POST', '/help-channels', { token: staff.tokens.admin, body: { ...line(), ...part } }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 400))
  })

  it('come out with links to what is published alone, on both sides of a contradiction', async () => {
    const other = await make()
    const draft = await cms.payload.create({
      collection: 'help-channels',
      data: { ...line(), _status: 'draft' },
      overrideAccess: true,
    })
    const { slug } = await cms.payload.create({
      collection: 'help-channels',
      data: { ...line(), contradicts: [other, draft.id] },
      overrideAccess: true,
    })
    const { items } = await (await cms.rest('GET', '/publik/help-lines')).json()
    const of = (id: unknown) => items.find((item: { id: string }) => item.id === id)
    const { slug: otherSlug } = await cms.payload.findByID({
      collection: 'help-channels',
      id: other,
      overrideAccess: true,
    })
    expect([of(slug)?.contradicts, of(draft.slug)]).toEqual([[otherSlug], undefined])
    expect(of(otherSlug)?.contradicts).toEqual([slug])
  })
})

describe.each(Object.values(globals))('global %s', slug => {
  it('is read by the newsroom, changed and looked back on by administrators', async () => {
    expect(await statuses(token => cms.rest('GET', `/globals/${slug}`, { token }))).toEqual([
      403, 200, 200, 200, 403, 200, 200,
    ])
    expect(await statuses(token => cms.rest('POST', `/globals/${slug}`, { token, body: {} }))).toEqual([
      403, 200, 403, 403, 403, 403, 403,
    ])
    expect(await statuses(token => cms.rest('GET', `/globals/${slug}/versions`, { token }))).toEqual([
      403, 200, 403, 403, 403, 403, 403,
    ])
  })
})
