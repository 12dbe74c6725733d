import { expect, type Page } from '@playwright/test'
import { e2e } from './e2e.ts'

/** Collects all that a browser complains about from now on: errors, refused or failed requests, the content policy. */
export function complaintsOf(page: Page): string[] {
  const found: string[] = []
  page.on('pageerror', error => found.push(`error: ${error.message}`))
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) found.push(`${message.type()}: ${message.text()}`)
  })
  page.on('requestfailed', request =>
    found.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`),
  )
  page.on('response', response => {
    if (response.status() >= 400) found.push(`${response.status()}: ${response.url()}`)
  })
  page.on('worker', worker => worker.on('console', message => found.push(`worker: ${message.text()}`)))
  return found
}

/**
 * Opens a page of the shared server that has a script and uses it as a person does. Fails when `use` neither types nor
 * clicks on it, or when the browser complains meanwhile. A test of the build asks that every page with a script is named in
 * such a call: `drives(page, '/cari/', async () => { … })`.
 */
export async function drives(page: Page, address: string, use: () => Promise<void>): Promise<void> {
  const complaints = complaintsOf(page)
  let touches = 0
  await page.exposeBinding('countTouch', ({ page: where }) => {
    if (new URL(where.url()).pathname === address) touches += 1
  })
  await page.addInitScript(() => {
    const count = () => (window as unknown as { countTouch(): void }).countTouch()
    for (const kind of ['pointerdown', 'keydown', 'input', 'change'])
      addEventListener(kind, count, { capture: true })
  })
  await page.goto(`${e2e().site}${address}`, { waitUntil: 'networkidle' })
  await use()
  expect(touches, `${address} was opened but not used`).toBeGreaterThan(0)
  expect(complaints, address).toEqual([])
}
