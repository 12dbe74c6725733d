import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'
import { keptPages, scopes, workerAddress } from '#site/offline/scopes.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { check } = resources.id
const address = (path: string) => `${e2e().site}${path}`

/** Visits the check once and waits until the copies are there. */
async function visitOnce(page: Page, site = e2e().site): Promise<void> {
  await page.goto(`${site}/periksa/`)
  const active = () =>
    page.evaluate(async () => {
      const registrations = await navigator.serviceWorker.getRegistrations()
      return registrations.filter(item => item.active?.state === 'activated').length
    })
  await expect.poll(active, { timeout: 30_000 }).toBe(scopes.length)
}

test.describe('after one visit to the check, without a connection', () => {
  test('the whole check works, from the first question to reasons and help numbers', async ({
    page,
    context,
  }) => {
    await visitOnce(page)
    await context.setOffline(true)
    await page.goto(address('/periksa/'))
    await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
    await expect(page.locator('#tanggal-salinan')).toContainText('diperbarui pada')
    await page.goto(address(`/periksa/#v=${rulesetVersion}&visa=visit-visa&di=hasil`))
    await expect(page.locator('#hasil')).toHaveText(check.levels.berhenti)
    await expect(page.locator('.help-lines a[href="tel:110"]').first()).toBeVisible()
    await page.getByText(check.officeOpen).click()
    await expect(page.locator('select').first()).toContainText('Jawa Barat')
  })

  test('a pasted message is read', async ({ page, context }) => {
    await visitOnce(page)
    await context.setOffline(true)
    await page.goto(address('/periksa/pesan/'))
    await page.getByLabel(check.message.label).fill('pakai visa turis, bilang mau liburan')
    await page.getByRole('button', { name: check.message.read }).click()
    await expect(page.getByRole('heading', { name: check.levels.berhenti })).toBeVisible()
  })

  for (const path of [
    '/tanda-bahaya/',
    '/jalur-resmi/',
    '/bantuan/',
    '/kantor/',
    '/privasi/',
    '/en/periksa/',
  ]) {
    test(`${path} opens and says of when its copy is`, async ({ page, context }) => {
      await visitOnce(page)
      await context.setOffline(true)
      await page.goto(address(path))
      await expect(page.locator('h1')).toBeVisible()
      await expect(page.locator('#tanggal-salinan')).toBeVisible()
    })
  }
})

test.describe('a page without a copy', () => {
  const needsLine = (page: Page) => page.getByRole('heading', { name: 'Halaman itu perlu sambungan' })

  test('of an office says so, names what is here of the office, and opens with the connection', async ({
    page,
    context,
  }) => {
    await visitOnce(page)
    await context.setOffline(true)
    await page.goto(address('/kantor/'))
    await page.locator('summary', { hasText: 'Jawa Tengah' }).click()
    await page.getByRole('link', { name: 'Kantor Imigrasi Cilacap' }).click()
    await expect(needsLine(page)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Kantor Imigrasi Cilacap' })).toBeVisible()
    await expect(page.getByText('Kabupaten Banyumas')).toBeVisible()
    await expect(page.getByText('Belum diisi kantor').first()).toBeVisible()
    await expect(page.locator('#tanggal-salinan')).toBeVisible()
    await context.setOffline(false)
    await page.getByRole('link', { name: 'Coba lagi' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Kantor Imigrasi Cilacap' })).toBeVisible()
  })

  for (const [path, title, number] of [
    ['/bantuan/kamboja/', 'Nomor penting di Kamboja', 'tel:+855'],
    ['/en/bantuan/kamboja/', 'Useful numbers in Cambodia', 'tel:+855'],
    ['/bantuan/kamboja', 'Nomor penting di Kamboja', 'tel:+855'],
    ['/bantuan/negara-lain/', 'Nomor penting di negara lain', 'tel:+62'],
    ['/en/bantuan/negara-lain/', 'Useful numbers in other countries', 'tel:+62'],
  ] as const)
    test(`of a country shows the numbers that are here, those of its own first: ${path}`, async ({
      page,
      context,
    }) => {
      await visitOnce(page)
      await context.setOffline(true)
      await page.goto(address(path))
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      const numbers = await page
        .locator('a[href^="tel:"]')
        .evaluateAll(list => list.map(link => link.getAttribute('href') ?? ''))
      expect(numbers[0]).toContain(number)
      expect(numbers).not.toContain('tel:110')
      await expect(page.locator('html')).toHaveAttribute('lang', path.startsWith('/en/') ? 'en' : 'id')
      await expect(page.locator('#tanggal-salinan')).toBeVisible()
      const whole = path.replace(/\/?$/, '/')
      const other = path.startsWith('/en/') ? whole.slice(3) : `/en${whole}`
      await expect(page.locator(`a[hreflang][href="${other}"]`).first()).toBeAttached()
      // The way out, also by the keyboard, as on the page itself.
      await page.keyboard.press('Shift')
      await expect(page.locator('#keluar')).toHaveAttribute('data-step', '1')
      await page.locator('#keluar').click()
      await expect(page.getByRole('heading', { level: 1, name: title })).toHaveCount(0)
    })

  test('beside the check says so, and speaks of no office', async ({ page, context }) => {
    await visitOnce(page)
    await context.setOffline(true)
    await page.goto(address('/periksa/aturan/'))
    await expect(needsLine(page)).toBeVisible()
    await expect(page.getByText('Wilayah kerja')).toBeHidden()
  })

  test('elsewhere on the site is explained instead of a fault of the browser, and opens with the connection', async ({
    page,
    context,
  }) => {
    await visitOnce(page)
    await context.setOffline(true)
    await page.goto(address('/bantuan/'))
    const data = page.getByRole('navigation').getByRole('link', { name: 'Data', exact: true }).first()
    await data.click()
    await expect(needsLine(page)).toBeVisible()
    await context.setOffline(false)
    await page.getByRole('link', { name: 'Coba lagi' }).click()
    await expect(page).toHaveURL(address('/data/'))
  })

  test('is reached at once when the connection has come back meanwhile', async ({ page, context }) => {
    await visitOnce(page)
    await context.setOffline(true)
    await page.goto(address('/bantuan/'))
    await context.setOffline(false)
    await page.getByRole('navigation').getByRole('link', { name: 'Data', exact: true }).first().click()
    await expect(page).toHaveURL(address('/data/'))
  })

  test('for reports is explained on the result too, and no answer leaves the fragment', async ({
    page,
    context,
  }) => {
    await visitOnce(page)
    await context.setOffline(true)
    await page.goto(address(`/periksa/#v=${rulesetVersion}&visa=visit-visa&di=hasil`))
    await page.getByRole('link', { name: check.report }).click()
    await expect(needsLine(page)).toBeVisible()
    expect(page.url()).not.toContain('visit-visa')
    await page.goBack()
    await expect(page.locator('#hasil')).toHaveText(check.levels.berhenti)
  })

  test('is never behind a link of a kept page without an explanation', async ({ page, context }) => {
    await visitOnce(page)
    await context.setOffline(true)
    const links = new Set<string>()
    for (const path of keptPages) {
      await page.goto(address(path))
      const found = await page
        .locator('a[href^="/"]')
        .evaluateAll(list => list.map(link => link.getAttribute('href')?.replace(/#.*/, '') ?? ''))
      for (const href of found) links.add(href)
    }
    const offices = [...links].filter(href => href.startsWith('/kantor/'))
    expect(offices.length).toBeGreaterThan(100)
    const walked = [...links].filter(href => !offices.slice(3).includes(href))
    expect(walked.length).toBeGreaterThan(20)
    for (const href of walked) {
      const response = await page.goto(address(href))
      expect([href, response?.status(), await page.locator('h1').count()]).toEqual([href, 200, 1])
    }
  })
})

test.describe('the worker', () => {
  test('is registered by no other page', async ({ page }) => {
    for (const path of ['/', '/bantuan/', '/lapor/', '/periksa/pesan/']) {
      await page.goto(address(path), { waitUntil: 'networkidle' })
      await page.waitForTimeout(1500)
      expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
        0,
      )
    }
  })

  test('controls no report page, and keeps nothing of the reports, the admin or the interfaces', async ({
    page,
  }) => {
    await visitOnce(page)
    const keys = await page.evaluate(async () => {
      const cache = await caches.open('periksa')
      return (await cache.keys()).map(request => new URL(request.url).pathname)
    })
    expect(keys.length).toBeGreaterThan(20)
    expect(keys.filter(key => /lapor|admin|api|Form|Code|seal|send|report/.test(key))).toEqual([])
    await page.goto(address('/lapor/'))
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  })

  test('shows the page of the server while there is one, without the note', async ({ page }) => {
    await visitOnce(page)
    await page.goto(address('/bantuan/'))
    await expect(page.locator('#tanggal-salinan')).toHaveCount(0)
  })

  test('brings a new release quietly: the open page stays, the copies are new, and only what changed is fetched', async ({
    page,
    context,
  }) => {
    let release = 1
    const asked: string[] = []
    /** The site in a first and a second release, in which one page has one more word. */
    const server = createServer(async (request, response) => {
      const path = request.url ?? '/'
      asked.push(path)
      const answer = await fetch(address(path))
      const bytes = Buffer.from(await answer.arrayBuffer())
      const newHelp = async () =>
        (await (await fetch(address('/bantuan/'))).text()).replace('</h1>', ' (rilis kedua)</h1>')
      let body: Buffer | string = bytes
      if (release === 2 && path === '/bantuan/') body = await newHelp()
      if (release === 2 && path === workerAddress) {
        const hash = createHash('sha256')
          .update(await newHelp())
          .digest('hex')
          .slice(0, 16)
        body = bytes.toString('utf8').replace(/(\["\/bantuan\/",")[0-9a-f]{16}/, `$1${hash}`)
      }
      const type = answer.headers.get('content-type') ?? ''
      response.writeHead(answer.status, { 'content-type': type, 'cache-control': 'no-cache' }).end(body)
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const site = `http://127.0.0.1:${(server.address() as { port: number }).port}`
    await visitOnce(page, site)
    release = 2
    asked.length = 0
    await page.goto(`${site}/periksa/`)
    const copy = () =>
      page.evaluate(async () => (await (await caches.match('/bantuan/'))?.text())?.includes('rilis kedua'))
    await expect.poll(copy, { timeout: 30_000 }).toBe(true)
    expect(asked.filter(path => /^\/(?:kantor|tanda-bahaya|jalur-resmi)\/$/.test(path))).toEqual([])
    await expect(page.locator('#q-posisi')).toBeVisible()
    await context.setOffline(true)
    await page.goto(`${site}/bantuan/`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('rilis kedua')
    server.close()
  })

  test('is asked for anew each time', async ({ request }) => {
    const response = await request.get(address(workerAddress))
    expect(response.headers()['cache-control']).toBe('no-cache')
    expect(response.headers()['content-security-policy']).toContain("connect-src 'self'")
  })

  test('and every copy go with “Hapus dari ponsel ini”', async ({ page }) => {
    await page.goto(address('/privasi/'))
    const button = page.getByRole('button', { name: 'Hapus dari ponsel ini' })
    await expect(button).toBeHidden()
    await visitOnce(page)
    await page.goto(address('/privasi/'))
    await button.click()
    await expect(page.getByText('Salinan sudah dihapus')).toBeVisible()
    const left = await page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).length,
    ])
    expect(left).toEqual([0, 0])
  })
})

test.describe('a text shared from another app', () => {
  /** What Chromium does for a share target: a form that it posts by navigation. */
  const share = (page: Page, text: string) =>
    page.evaluate(value => {
      const form = document.createElement('form')
      form.method = 'post'
      form.enctype = 'multipart/form-data'
      form.action = '/periksa/pesan/'
      const field = document.createElement('textarea')
      field.name = 'text'
      field.value = value
      form.append(field)
      document.body.append(form)
      form.submit()
    }, text)

  test('arrives in the field, and reaches no server', async ({ page, context }) => {
    await visitOnce(page)
    await page.goto(address('/periksa/'))
    await context.setOffline(true)
    await share(page, 'Lowongan Kamboja, gaji 15jt')
    await expect(page.getByLabel(check.message.label)).toHaveValue('Lowongan Kamboja, gaji 15jt')
    expect(page.url()).toBe(address('/periksa/pesan/'))
    await page.reload()
    await expect(page.getByLabel(check.message.label)).toHaveValue('')
  })

  test('is dropped by the server when it comes there', async ({ request }) => {
    const response = await request.post(address('/periksa/pesan/'), {
      multipart: { text: 'rahasia' },
      maxRedirects: 0,
    })
    expect([response.status(), response.headers().location, await response.text()]).toEqual([
      303,
      '/periksa/pesan/',
      '',
    ])
  })
})
