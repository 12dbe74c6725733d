import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { totpCode, totpStep } from '#cms/endpoints/desk-totp.ts'
import { frontServer } from '#cms/server.ts'
import { newServerState } from '#cms/server-state.ts'
import type { Role } from '#src/slugs.ts'
import { fromBase32 } from './desk.ts'
import { startTestCms, type TestCms } from './payload.ts'
import { freePort } from './server.ts'

export const staffPassword = 'kata sandi staf untuk uji'

export type Page = { status: number; body: string; headers: IncomingHttpHeaders }

/** A browser at the admin's host: it keeps cookies, sends what browsers send, and follows no redirect by itself. */
export type CmsBrowser = {
  cookies: Map<string, string>
  get: (path: string, headers?: Record<string, string>) => Promise<Page>
  post: (path: string, form: Record<string, string>, headers?: Record<string, string>) => Promise<Page>
  /** From password to session; sets a second factor up where there is none. Returns its secret. */
  signIn: (email: string, secret?: Buffer | null, password?: string) => Promise<Buffer>
}

/** The CMS on the real front server, without Next: its pages of its own, and REST in process. */
export type TestDoor = {
  cms: TestCms
  origin: string
  browser: () => CmsBrowser
  makeStaff: (email: string, role: Role) => Promise<string>
  close: () => Promise<void>
}

export async function startTestDoor(variables: Record<string, string> = {}): Promise<TestDoor> {
  const port = await freePort()
  const cms = await startTestCms({ PORT: String(port), ...variables })
  const server = frontServer({ ...newServerState(cms.env), phase: 'ready', payload: cms.payload })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    cms,
    origin: `http://localhost:${port}`,
    browser: () => newBrowser(port),
    makeStaff: async (email, role) => {
      const { id } = await cms.payload.create({
        collection: 'users',
        data: { name: 'Uji', email, password: staffPassword, role },
        overrideAccess: true,
        context: { setup: true },
      })
      return id
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await cms.close()
    },
  }
}

/** The secret that an enrolment page shows, as somebody types it into an app. */
export const shownSecret = ({ body }: Page): Buffer =>
  fromBase32((/<code>([A-Z2-7 ]+)<\/code>/.exec(body)?.[1] ?? '').replaceAll(' ', ''))

/** A code of a second factor, `later` steps from now. */
export const codeOf = (secret: Buffer, later = 0): string => totpCode(secret, totpStep(Date.now()) + later)

/** A fresh account of staff, with `staffPassword`. */
export type Account = { email: string; id: string }
let serial = 0
export async function makeAccount(door: TestDoor, role: Role = 'publisher'): Promise<Account> {
  serial += 1
  const email = `staf-${serial}@uji.example`
  return { email, id: await door.makeStaff(email, role) }
}

/** The first step of signing in. */
export const typePassword = (browser: CmsBrowser, email: string, password = staffPassword): Promise<Page> =>
  browser.post('/admin/login', { langkah: 'sandi', email, password })
export const sessionOf = (browser: CmsBrowser): string | undefined => browser.cookies.get('payload-token')
export const placeOf = ({ headers, status }: Page) => [status, headers.location]

/** What a token opens: the own account, by each form of the header and by cookie. See `opened` and `closed`. */
export async function openedBy(door: TestDoor, token: string): Promise<number[]> {
  const headers = [
    { Authorization: `JWT ${token}` },
    { Authorization: `Bearer ${token}` },
    { Authorization: `users API-Key ${token}` },
    { Cookie: `payload-token=${token}`, 'Sec-Fetch-Site': 'same-origin' },
  ]
  const statuses = []
  for (const one of headers) statuses.push((await door.cms.rest('GET', '/users', { headers: one })).status)
  return statuses
}
/** What `openedBy` gives for a session, and for what is none. */
export const opened = [200, 200, 403, 200]
export const closed = [403, 403, 403, 403]

function newBrowser(port: number): CmsBrowser {
  const host = `localhost:${port}`
  const cookies = new Map<string, string>()
  const send = (
    method: string,
    path: string,
    headers: Record<string, string>,
    form?: Record<string, string>,
  ) =>
    new Promise<Page>((resolve, reject) => {
      const text = form && new URLSearchParams(form).toString()
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const request = httpRequest(
        {
          host: '127.0.0.1',
          port,
          path,
          method,
          headers: {
            Host: host,
            Accept: 'text/html',
            'Sec-Fetch-Site': 'same-origin',
            'Sec-Fetch-Dest': 'document',
            ...(cookie ? { Cookie: cookie } : {}),
            ...(text === undefined
              ? {}
              : {
                  'Content-Type': 'application/x-www-form-urlencoded',
                  'Content-Length': String(Buffer.byteLength(text)),
                }),
            ...headers,
          },
        },
        response => {
          let body = ''
          response.setEncoding('utf8').on('data', part => {
            body += part
          })
          response.on('end', () => {
            for (const line of response.headers['set-cookie'] ?? []) {
              const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
              if (value === '') cookies.delete(name)
              else cookies.set(name, value)
            }
            resolve({ status: response.statusCode ?? 0, body, headers: response.headers })
          })
        },
      )
      request.once('error', reject)
      request.end(text)
    })
  const browser: CmsBrowser = {
    cookies,
    get: (path, headers = {}) => send('GET', path, headers),
    post: (path, form, headers = {}) => send('POST', path, headers, form),
    async signIn(email, known = null, password = staffPassword) {
      await browser.post('/admin/login', { langkah: 'sandi', email, password })
      if (known !== null) {
        // The step after the last one used: each code counts once.
        await browser.post('/admin/login', { langkah: 'kode', code: codeOf(known, 1) })
        return known
      }
      const secret = shownSecret(await browser.get('/admin/login'))
      await browser.post('/admin/login', { langkah: 'pasang', code: codeOf(secret) })
      return secret
    },
  }
  return browser
}
