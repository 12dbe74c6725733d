import { expect, type Page } from '@playwright/test'
import type { DemoAccount } from '#cms/demo.ts'
import type { Role } from '#src/slugs.ts'

export type SharedServer = { site: string; desk: string; dataDir: string; accounts: DemoAccount[] }

/** The server of this worker's browser tests: its origins, its data folder and an account for each role. */
export function e2e(): SharedServer {
  const servers: SharedServer[] = JSON.parse(process.env.E2E_SERVERS ?? '[]')
  const server = servers[Number(process.env.TEST_PARALLEL_INDEX)]
  if (!server) throw new Error('the browser tests run by `npm run test:e2e`, which starts their servers')
  return server
}

/** The account of a role; `number` counts from 0 where a role has several. */
export function account(role: Role, number = 0): DemoAccount {
  const found = e2e().accounts.filter(one => one.role === role)[number]
  if (!found) throw new Error(`no demo account for ${role}`)
  return found
}

/** The code that the sign-in page of a demo shows; empty while the next one does not count yet. */
const shownCode = (text: string): string => /DEMO: \D*(\d{6})/.exec(text)?.[1] ?? ''

type Credentials = Pick<DemoAccount, 'email' | 'password'>

/** Fills in the forms of the CMS's door as a person does, from where the page stands at it, on a demo server. */
export async function finishSignIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.locator('input[name="email"]').fill(email)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('form button[type="submit"]').click()
  const label = page.locator('label[for="code"]')
  await expect(label).toBeVisible()
  // A code counts once: the one after the last may need a moment.
  const look = async () => {
    const code = shownCode(await label.innerText())
    if (code === '') await page.reload()
    return code
  }
  await expect.poll(look, { timeout: 90_000, intervals: [2000] }).not.toBe('')
  await page.locator('input[name="code"]').fill(await look())
  await page.locator('form button[type="submit"]').first().click()
  await page.waitForURL(url => !url.pathname.includes('/login'))
}

/** Signs in at the CMS of a demo server at `site`. */
export async function signInAs(page: Page, site: string, credentials: Credentials): Promise<void> {
  await page.goto(`${site}/admin/login`)
  await finishSignIn(page, credentials)
}

/** Gives the browser a session of this role at the CMS of this worker's server, and opens its dashboard there. */
export async function signIn(page: Page, role: Role): Promise<void> {
  const { site } = e2e()
  const value = (await headersOf(site, account(role))).Authorization?.replace('JWT ', '') ?? ''
  await page.context().addCookies([{ name: 'payload-token', value, url: site, httpOnly: true }])
  await page.goto(`${site}/admin`)
}

const tokens = new Map<string, string>()

/**
 * Headers with which a program acts as this account on a demo server at `site`, for what a test sets up or looks up. Comes
 * through the door's forms once, as a browser does.
 */
export async function headersOf(
  site: string,
  { email, password }: Credentials,
): Promise<Record<string, string>> {
  const known = { Authorization: `JWT ${tokens.get(site + email)}` }
  const { user } = await (await fetch(`${site}/api/users/me`, { headers: known })).json()
  if (user) return known
  const door = `${site}/admin/login`
  const send = (form: Record<string, string>, cookie = '') =>
    fetch(door, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: cookie },
      body: new URLSearchParams(form),
    })
  const cookieIn = (response: Response, name: string) =>
    response.headers
      .getSetCookie()
      .map(line => new RegExp(`^${name}=([^;]+)`).exec(line)?.[1])
      .find(value => value !== undefined) ?? ''
  const cookie = `masuk=${cookieIn(await send({ langkah: 'sandi', email, password }), 'masuk')}`
  let code = ''
  await expect(async () => {
    code = shownCode(await (await fetch(door, { headers: { Cookie: cookie } })).text())
    expect(code).not.toBe('')
  }).toPass({ timeout: 90_000, intervals: [2000] })
  const token = cookieIn(await send({ langkah: 'kode', code }, cookie), 'payload-token')
  expect(token).not.toBe('')
  tokens.set(site + email, token)
  return { Authorization: `JWT ${token}` }
}
