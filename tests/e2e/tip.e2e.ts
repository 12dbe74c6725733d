import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '#tests/helpers/axe.ts'
import { giveDemoCode } from '#tests/helpers/desk-page.ts'
import { account, e2e } from '#tests/helpers/e2e.ts'

const story = 'Sponsor bernama Wiguna-Kertapati menahan paspor tiga orang di Nusawungu'
const place = 'Gang Merpati-Zaitun 17'
const followUp = 'Pelat mobilnya R-4417-QZX'
const answerText = 'Apakah mereka masih di rumah penampungan?'
const agent = 'PeramanUji/7.31 (LayarSentuh)'
const address = '203.0.113.77'

let words: string[] = []

/** A reporter's browser: an agent and a forwarded address that can be told apart from everything else. */
async function reporter(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    userAgent: agent,
    extraHTTPHeaders: { 'X-Forwarded-For': address, 'X-Real-IP': address },
  })
  return context.newPage()
}

async function writeReport(page: Page): Promise<void> {
  await page.goto(`${e2e().site}/lapor/`)
  await page.getByLabel('Perekrut atau penyalur (calo, sponsor, agen)').check()
  await page.getByLabel('Apa yang terjadi?').fill(story)
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await page.getByLabel('Di mana?').fill(place)
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await expect(page.getByRole('heading', { name: 'Periksa sebelum disegel' })).toBeVisible()
  await page.getByRole('button', { name: 'Benar, buat kode' }).click()
}

async function openThread(page: Page): Promise<void> {
  await page.goto(`${e2e().site}/lapor/kode/`)
  await page.getByLabel('Kode laporan').fill(words.map(word => word.slice(0, 4)).join(' '))
  await page.getByRole('button', { name: 'Buka', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Laporan Anda' })).toBeVisible()
}

/** Bytes of every file under a folder that holds `needle`, by name. */
function filesWith(folder: string, needle: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name =>
    path.join(folder, name),
  )
  return files.filter(file => statSync(file).isFile() && readFileSync(file).includes(needle))
}

test.describe('a report from the phone to the desk and back', () => {
  test.describe.configure({ mode: 'serial' })

  test('is written in steps, sealed with a code that was typed again, and sent', async ({ browser }) => {
    const page = await reporter(browser)
    const bodies: string[] = []
    page.on('request', request => bodies.push(request.postData() ?? ''))
    await writeReport(page)
    await expectAccessible(page)
    words = await page.locator('.words li').allTextContents()
    expect(words).toHaveLength(12)
    await page.getByRole('button', { name: 'Sudah saya catat' }).click()
    await page.getByLabel('Kode Anda').fill(['zzzz', ...words.slice(1)].join(' '))
    await page.getByRole('button', { name: 'Segel dan kirim' }).click()
    await expect(page.getByText('Kata ke-1, “zzzz”')).toBeVisible()
    await page.getByLabel('Kode Anda').fill(words.join(' ').toUpperCase())
    await page.getByRole('button', { name: 'Segel dan kirim' }).click()
    await expect(page.getByRole('heading', { name: 'Laporan tersimpan' })).toBeVisible({ timeout: 30_000 })
    expect(bodies.filter(body => body.includes('Wiguna') || body.includes(words[0] ?? ''))).toEqual([])
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ])
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
    await page.context().close()
  })

  test('is opened, read and answered by a handler', async ({ page }) => {
    const handler = account('handler')
    await page.goto(e2e().desk)
    await page.getByLabel('E-mail akun').fill(handler.email)
    await page.getByLabel('Kata sandi').fill(handler.password)
    await page.keyboard.press('Enter')
    await giveDemoCode(page)
    await page.getByLabel('Frasa sandi').fill(handler.passphrase ?? '')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: story }).click({ timeout: 60_000 })
    await expect(page.getByRole('article').getByText(story)).toBeVisible()
    await page.getByLabel('Jawab pelapor').fill(answerText)
    await page.getByLabel('Keadaan yang dibaca pelapor').selectOption('ditindaklanjuti')
    await page.getByRole('button', { name: 'Segel dan kirim' }).click()
    await expect(page.getByText('Jawaban tersegel dan terkirim')).toBeVisible()
  })

  test('gives its reporter the answer, and not the report', async ({ browser }) => {
    const page = await reporter(browser)
    await openThread(page)
    await expect(page.getByText(answerText)).toBeVisible()
    await expect(page.getByText('Sedang ditindaklanjuti')).toBeVisible()
    await expect(page.getByText(story)).toHaveCount(0)
    await expectAccessible(page)
    await page.getByLabel('Tambah pesan').fill(followUp)
    await page.getByRole('button', { name: 'Segel dan kirim pesan' }).click()
    await expect(page.getByText('Pesan tersimpan.')).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Tarik laporan' }).click()
    await page.getByRole('button', { name: 'Ya, tarik laporan saya' }).click()
    await expect(page.getByText('Permintaan penarikan tersimpan.')).toBeVisible({ timeout: 30_000 })
    await page.context().close()
  })

  test('leaves no clear text, code, address or agent in the database, the files and the log', () => {
    const folder = path.dirname(e2e().dataDir)
    const needles = [
      story,
      'Wiguna',
      place,
      followUp,
      answerText,
      words.join(' '),
      address,
      agent,
      'PeramanUji',
    ]
    // The search finds what is there: the table's name in the database, and a log that was written.
    expect(filesWith(folder, 'sealed_messages').some(file => file.includes('.db'))).toBe(true)
    expect(readFileSync(path.join(folder, 'server.log'), 'utf8')).not.toBe('')
    expect(needles.flatMap(needle => filesWith(folder, needle))).toEqual([])
  })
})

test.describe('the report page', () => {
  test('keeps everything typed when the connection breaks while sending, and sends it once afterwards', async ({
    page,
  }) => {
    await writeReport(page)
    const code = await page.locator('.words li').allTextContents()
    await page.getByRole('button', { name: 'Sudah saya catat' }).click()
    await page.getByLabel('Kode Anda').fill(code.join(' '))
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Segel dan kirim' }).click()
    await expect(page.getByRole('heading', { name: 'Belum terkirim' })).toBeVisible()
    await page.getByRole('button', { name: 'Kembali ke isian' }).click()
    await expect(page.getByLabel('Apa yang terjadi?')).toHaveValue(story)
    await page.context().setOffline(false)
  })

  test('asks for what is missing and moves nowhere', async ({ page }) => {
    await page.goto(`${e2e().site}/lapor/`)
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await expect(page.getByText('Pilih satu.')).toBeVisible()
    await expect(page.getByText('Tulis dulu apa yang terjadi')).toBeVisible()
    await expectAccessible(page)
  })

  test('shows the form before any script, and cannot post it', async ({ browser }) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.route('**/*.js', route => route.abort())
    await page.goto(`${e2e().site}/lapor/`)
    await expect(page.getByLabel('Apa yang terjadi?')).toBeVisible()
    await expect(page.locator('main form')).toHaveCount(0)
    await expect(page.locator('#lapor button')).toBeDisabled()
    await context.close()
  })

  test('costs at most 60 kB of script with all of its sealing, and fetches nothing late', async ({
    page,
  }) => {
    const sizes: number[] = []
    const ofTheCheck: string[] = []
    page.on('response', async response => {
      if (/\/check\.[^/]*\.js$/.test(response.url())) ofTheCheck.push(response.url())
      if (response.url().endsWith('.js')) sizes.push(brotliCompressSync(await response.body()).length)
    })
    await page.goto(`${e2e().site}/lapor/`)
    await expect(page.getByRole('button', { name: 'Lanjut' })).toBeEnabled()
    await page.waitForLoadState('networkidle')
    const preloads = await page.locator('link[rel="modulepreload"]').count()
    expect(sizes.length).toBeGreaterThan(3)
    expect(preloads).toBe(sizes.length)
    expect(ofTheCheck).toEqual([])
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000)
  })

  test('explains itself without JavaScript and names the official channels', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${e2e().site}/lapor/`)
    await expect(page.getByRole('heading', { name: 'Formulir ini memerlukan JavaScript' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Saluran resmi lain' })).toBeVisible()
    await expect(page.getByLabel('Apa yang terjadi?')).toBeHidden()
    await context.close()
  })

  test('seals nothing when the key list is not the pinned one', async ({ page }) => {
    await page.route('**/lapor/kunci.json', async route => {
      const { list } = await (await route.fetch()).json()
      await route.fulfill({ json: { list: { ...list, serial: list.serial + 1 } } })
    })
    await page.goto(`${e2e().site}/lapor/`)
    await page.getByLabel('Hal lain').check()
    await page.getByLabel('Apa yang terjadi?').fill('x')
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await expect(page.getByText('Daftar kunci tidak cocok')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Benar, buat kode' })).toBeDisabled()
  })

  test('empties itself before the quick exit leaves, without asking', async ({ page }) => {
    await page.route('https://www.bmkg.go.id/**', route =>
      route.fulfill({ contentType: 'text/html', body: 'cuaca' }),
    )
    await page.goto(`${e2e().site}/lapor/`)
    await page.getByLabel('Apa yang terjadi?').fill(story)
    await page.getByRole('link', { name: 'Keluar cepat' }).click()
    await expect(page.getByText('cuaca')).toBeVisible()
    await page.goBack().catch(() => undefined)
    await expect(page.getByText(story)).toHaveCount(0)
  })

  test('leaves by the quick exit without a way back, though the sealing script never came', async ({
    page,
  }) => {
    await page.route('**/*.js', route => route.abort())
    await page.route('https://www.bmkg.go.id/**', route =>
      route.fulfill({ contentType: 'text/html', body: 'cuaca' }),
    )
    await page.goto('about:blank')
    await page.goto(`${e2e().site}/lapor/`)
    await page.getByLabel('Apa yang terjadi?').fill(story)
    await page.getByRole('link', { name: 'Keluar cepat' }).click()
    await expect(page.getByText('cuaca')).toBeVisible()
    await page.goBack()
    expect(page.url()).toBe('about:blank')
  })

  test('speaks English where it is asked to', async ({ page }) => {
    await page.goto(`${e2e().site}/en/lapor/`)
    await expect(page.getByRole('heading', { level: 1, name: 'Report without a name' })).toBeVisible()
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(page.getByText('Choose one.')).toBeVisible()
    await page.goto(`${e2e().site}/en/lapor/kode/`)
    await page.getByLabel('Report code').fill('banjir')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await expect(page.getByText('A code has 12 words; you typed 1.')).toBeVisible()
  })
})
