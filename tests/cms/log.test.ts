import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { logLine, quietConsole, withoutAddresses } from '#cms/log.ts'
import { startTestDoor, type TestDoor } from '#tests/helpers/cms-door.ts'
import { makeStaff, type Staff } from '#tests/helpers/staff.ts'

let door: TestDoor
let staff: Staff
const lines: string[] = []
beforeAll(async () => {
  door = await startTestDoor()
  staff = await makeStaff(door.cms)
})
afterAll(() => door.close())
beforeEach(() => {
  lines.length = 0
  const note = (...parts: unknown[]) => {
    lines.push(...parts.map(String).join(' ').trimEnd().split('\n'))
    return true
  }
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, name).mockImplementation(note)
  vi.spyOn(process.stdout, 'write').mockImplementation(text => note(text))
  vi.spyOn(process.stderr, 'write').mockImplementation(text => note(text))
  door.cms.payload.logger.level = 'info'
})
afterEach(() => {
  door.cms.payload.logger.level = 'silent'
  vi.restoreAllMocks()
})

const secretMail = 'rahasia-sekali@uji.example'
const secretPath = 'jejak-alamat'
const form = (text: string) => ({
  raw: `--x\r\nContent-Disposition: form-data; name="file"; filename="${secretPath}.svg"\r\nContent-Type: image/svg+xml\r\n\r\n${text}\r\n--x--\r\n`,
  headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
})
type Options = {
  body?: unknown
  raw?: string
  headers?: Record<string, string>
  as?: 'editor' | 'publisher' | 'admin' | 'nobody'
}
const refusals: readonly [string, string, string, number, Options][] = [
  ['nobody reads a collection', 'GET', `/users?where[email][equals]=${secretMail}`, 403, {}],
  ['nobody creates', 'POST', '/articles', 403, { body: { title: secretMail } }],
  ['a document that is not there', 'GET', `/articles/${secretPath}`, 404, { as: 'editor' }],
  ['a collection that is not there', 'GET', `/${secretPath}`, 404, {}],
  ['a field that is not there', 'GET', `/articles?where[${secretPath}][equals]=1`, 400, { as: 'editor' }],
  [
    'a form that lacks fields',
    'POST',
    '/articles',
    400,
    { as: 'publisher', body: { slug: secretPath, _status: 'published' } },
  ],
  [
    'an account twice',
    'POST',
    '/users',
    400,
    { as: 'admin', body: { email: 'editor@uji.example', password: secretMail, name: 'x', role: 'editor' } },
  ],
  ['what an editor may not', 'POST', '/users', 403, { as: 'editor', body: { email: secretMail } }],
  [
    'a body that is no JSON',
    'POST',
    '/articles',
    400,
    { as: 'editor', raw: `{"${secretMail}`, headers: { 'Content-Type': 'application/json' } },
  ],
  [
    'a body of another type',
    'POST',
    '/articles',
    415,
    { as: 'editor', raw: secretMail, headers: { 'Content-Type': 'text/plain' } },
  ],
  [
    'too large a body',
    'POST',
    '/articles',
    413,
    {
      as: 'editor',
      raw: JSON.stringify({ a: 'x'.repeat(1_100_000) }),
      headers: { 'Content-Type': 'application/json' },
    },
  ],
  ['a file that is none of ours', 'POST', '/media', 400, { as: 'editor', ...form('<svg/>') }],
  [
    'an upload without a boundary',
    'POST',
    '/media',
    400,
    { as: 'editor', raw: secretPath, headers: { 'Content-Type': 'multipart/form-data' } },
  ],
  [
    'an upload that breaks off',
    'POST',
    '/media',
    400,
    {
      as: 'editor',
      raw: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    },
  ],
  ['a file that is not there', 'GET', `/media/file/${secretPath}.webp`, 404, { as: 'editor' }],
  [
    'a password at a door that is closed',
    'POST',
    '/users/login',
    404,
    { body: { email: secretMail, password: 'x' } },
  ],
  ['a token of nobody', 'GET', '/users', 403, { headers: { Authorization: `JWT ${secretPath}.a.b` } }],
  ['a public address that is not there', 'GET', `/publik/${secretPath}`, 404, {}],
]

describe('a refused request', () => {
  it.each(refusals)(
    '%s (%s %s) is %i and writes nothing',
    async (_name, method, address, status, options) => {
      const { as = 'nobody', ...rest } = options
      const answer = await door.cms.rest(method, address, { ...rest, token: staff.tokens[as] })
      expect([answer.status, lines.length <= 1, lines.join()]).toEqual([
        status,
        true,
        expect.not.stringMatching(/rahasia|jejak/),
      ])
    },
  )

  it('at the pages and endpoints of ours writes nothing either', async () => {
    const browser = door.browser()
    await browser.post('/admin/login', { langkah: 'sandi', email: secretMail, password: 'salah' })
    await browser.post('/lupa-sandi/', { email: secretMail })
    await browser.get(`/awal/${secretPath}`)
    await browser.post(`/sandi/${secretPath}`, { password: 'x' })
    await browser.get(`/%zz${secretPath}`)
    await browser.post(`/api/lapor/${secretPath}`, {})
    await browser.get(`/media/${secretPath}.webp`)
    await browser.post(`/admin/${secretPath}`, {}, { 'Next-Action': secretPath })
    expect(lines.filter(line => !line.startsWith('Surel kepada staf'))).toEqual([])
  })
})

describe('what fails on the server', () => {
  it('is one line that says where, and nothing of what was sent', async () => {
    const { db } = door.cms.payload
    const { find } = db
    db.find = () => Promise.reject(new Error(`Failed query: select … params: ${secretMail}`))
    const answer = await door.cms.rest('GET', `/articles?where[title][equals]=${secretMail}`, {
      token: staff.tokens.admin,
    })
    db.find = find
    expect([answer.status, lines.length]).toEqual([500, 1])
    expect(lines[0]).toMatch(/^Error < at /)
    expect(lines[0]).not.toContain(secretMail)
  })
})

test.each([
  [
    `Request origin "http://jahat.example:80" is not in the list`,
    'Request origin "[alamat]" is not in the list',
  ],
  [
    `File a.webp is missing on the disk. Expected path: /srv/data/media/a.webp`,
    'File [berkas] is missing on the disk. Expected path: [alamat]',
  ],
  [`Mail to ${secretMail} from 192.0.2.7 failed`, 'Mail to [surel] from [alamat] failed'],
  ['Connected from 2001:db8::7', 'Connected from [alamat]'],
  ['Migrating: 20261128_101139_help_channels', 'Migrating: 20261128_101139_help_channels'],
])('%j is logged as %j', (text, line) => {
  expect(withoutAddresses(text)).toBe(line)
})

test('a failure without a status of its own is blamed on who sent it where the answer blames them', () => {
  const constraint = Object.assign(new Error('UNIQUE constraint failed'), {
    code: 'SQLITE_CONSTRAINT_UNIQUE',
  })
  expect([logLine([{ err: constraint }]), logLine(['halo'])]).toEqual([null, 'halo'])
})

describe('what libraries tell by the console', () => {
  const told = (tell: () => void) => {
    const restore = quietConsole()
    tell()
    restore()
    return lines
  }
  const leaky = () => new Error(`Failed to find Server Action "${secretPath}". It came from ${secretMail}.`)

  it('is one line that names kind and place, and not what was sent', () => {
    told(() => console.error('⨯ ', leaky()))
    expect(lines).toEqual([expect.stringMatching(/^Error < at leaky \(.*tests\/cms\/log\.test\.ts/)])
    expect(lines.join()).not.toMatch(/rahasia|jejak/)
  })

  it('is written once where it is told twice', () => {
    const error = leaky()
    told(() => [1, 2].map(() => console.error(error)))
    expect(lines).toHaveLength(1)
  })

  it('is nothing where a caller left', () => {
    told(() => console.error('⨯', Object.assign(new Error('aborted'), { code: 'ECONNRESET' })))
    expect(lines).toEqual([])
  })

  it('tells nothing of a query that cannot be read', () => {
    told(() => console.warn(`Invalid where query in URL: "${secretPath}"`))
    expect(lines).toEqual(['Invalid where query in URL: "…"'])
  })

  it('keeps what a text of ours says, in one line', () => {
    told(() => console.error('Situs tidak dapat dibangun.\nKurang: judul'))
    expect(lines).toEqual(['Situs tidak dapat dibangun. / Kurang: judul'])
  })

  it('keeps where of a stack that is given as text', () => {
    told(() => console.error(leaky().stack))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^Error < at leaky .*tests\/cms\/log\.test\.ts/)
    expect(lines[0]).not.toMatch(/rahasia|jejak/)
  })
})
