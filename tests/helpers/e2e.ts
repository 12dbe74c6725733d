import type { Page } from '@playwright/test'
import type { DemoAccount } from '#cms/demo.ts'
import type { Role } from '#src/slugs.ts'

export type SharedServer = { site: string; desk: string; dataDir: string; accounts: DemoAccount[] }

/** The server that the browser tests share: its origins, its data folder and an account for each role. */
export function e2e(): SharedServer {
  const shared = process.env.E2E_SERVER
  if (!shared) throw new Error('the browser tests run by `npm run test:e2e`, which starts their server')
  return JSON.parse(shared)
}

/** The account of a role; `number` counts from 0 where a role has several. */
export function account(role: Role, number = 0): DemoAccount {
  const found = e2e().accounts.filter(one => one.role === role)[number]
  if (!found) throw new Error(`no demo account for ${role}`)
  return found
}

/** Signs in at the CMS as a person does. */
export async function signIn(page: Page, role: Role): Promise<void> {
  const { email, password } = account(role)
  await page.goto(`${e2e().site}/admin/login`)
  await page.locator('input[name="email"]').fill(email)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('form button[type="submit"]').click()
  await page.waitForURL(url => !url.pathname.includes('/login'))
}
