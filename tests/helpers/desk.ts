import { request as httpRequest } from 'node:http'
import { totpCode, totpStep } from '#cms/endpoints/desk-totp.ts'
import { frontServer } from '#cms/server.ts'
import { newServerState } from '#cms/server-state.ts'
import { startTestCms, type TestCms } from './payload.ts'
import { freePort } from './server.ts'

export const handlerPassword = 'kata sandi pembaca laporan untuk uji'

export type DeskAnswer = {
  status: number
  body: string
  json: Record<string, unknown>
  headers: Record<string, unknown>
}
type AskOptions = { headers?: Record<string, string>; raw?: string; method?: string }

/** The desk's interface on the real front server, over HTTP, on the desk's own host name. */
export type TestDesk = {
  cms: TestCms
  port: number
  /** A browser of its own: it keeps the cookies it was given. */
  browser: () => DeskBrowser
  close: () => Promise<void>
}

export type DeskBrowser = {
  /** Cookies by name. */
  cookies: Map<string, string>
  /** The session's cookie, null without one. */
  cookie: string | null
  ask: (path: string, body?: unknown, options?: AskOptions) => Promise<DeskAnswer>
  /** Password, then enrols a second factor or gives its code; afterwards the session is full. Returns the factor's secret. */
  signIn: (email: string, secret?: Buffer | null) => Promise<Buffer>
}

export async function startTestDesk(variables: Record<string, string> = {}): Promise<TestDesk> {
  const port = await freePort()
  const cms = await startTestCms({ PORT: String(port), ...variables })
  const server = frontServer({ ...newServerState(cms.env), phase: 'ready', payload: cms.payload })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    cms,
    port,
    browser: () => newBrowser(port),
    close: async () => {
      await new Promise(resolve => server.close(resolve))
      await cms.close()
    },
  }
}

const sessionCookie = 'meja'

function keep(cookies: Map<string, string>, name: string, value: string): void {
  if (value === '') cookies.delete(name)
  else cookies.set(name, value)
}

function newBrowser(port: number): DeskBrowser {
  const host = `desk.localhost:${port}`
  const browser: DeskBrowser = {
    cookies: new Map(),
    get cookie() {
      return browser.cookies.get(sessionCookie) ?? null
    },
    set cookie(value) {
      keep(browser.cookies, sessionCookie, value ?? '')
    },
    ask: (path, body, { headers = {}, raw, method } = {}) =>
      new Promise((resolve, reject) => {
        const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
        const request = httpRequest(
          {
            host: '127.0.0.1',
            port,
            path,
            method: method ?? (text === undefined ? 'GET' : 'POST'),
            headers: {
              Host: host,
              Origin: `http://${host}`,
              ...(text === undefined
                ? {}
                : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }),
              ...(browser.cookies.size === 0
                ? {}
                : { Cookie: [...browser.cookies].map(pair => pair.join('=')).join('; ') }),
              ...headers,
            },
          },
          response => {
            let answer = ''
            response.setEncoding('utf8').on('data', part => {
              answer += part
            })
            response.on('end', () => {
              for (const given of response.headers['set-cookie'] ?? []) {
                const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? []
                keep(browser.cookies, name, value)
              }
              resolve({
                status: response.statusCode ?? 0,
                body: answer,
                json: answer.startsWith('{') ? JSON.parse(answer) : {},
                headers: response.headers,
              })
            })
          },
        )
        request.once('error', reject)
        request.end(text)
      }),
    async signIn(email, known = null) {
      await browser.ask('/api/desk/masuk', { email, password: handlerPassword })
      if (known !== null) {
        // The step after the last one used: each code counts once.
        await browser.ask('/api/desk/kode', { code: totpCode(known, totpStep(Date.now()) + 1) })
        return known
      }
      const offer = await browser.ask('/api/desk/kode/baru', {})
      const secret = fromBase32(String(offer.json.secret))
      await browser.ask('/api/desk/kode/pasang', { code: totpCode(secret, totpStep(Date.now())) })
      return secret
    },
  }
  return browser
}

/** Bytes of RFC 4648 base32 without padding. */
export function fromBase32(text: string): Buffer {
  const bits = [...text].map(sign =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'),
  )
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}

/** Makes an account with this role. Returns its id. */
export async function makeAccount(
  cms: TestCms,
  email: string,
  role: 'handler' | 'admin' | 'publisher' = 'handler',
): Promise<string> {
  const user = await cms.payload.create({
    collection: 'users',
    data: { name: email, email, password: handlerPassword, role },
    overrideAccess: true,
    context: { setup: true },
  })
  return user.id
}
