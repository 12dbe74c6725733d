import type { Page } from '@playwright/test'

/** Types the code that the desk of a demo shows beside the field; waits for the next one where this one was used. */
export async function giveDemoCode(page: Page): Promise<void> {
  await page.getByLabel('6 angka').fill(await page.locator('.demo-code').innerText())
  await page.keyboard.press('Enter')
}
