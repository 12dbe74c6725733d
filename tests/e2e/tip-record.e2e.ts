import { readdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, type Page, test } from '@playwright/test'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { base64url, fromBase64url, random } from '#src/crypto/bytes.ts'
import { deriveReporterKeys, lookupHash } from '#src/crypto/derive.ts'
import { type KeyList, keyListHash, nextKeyList } from '#src/crypto/key-list.ts'
import { parseReceipt } from '#src/crypto/receipt.ts'
import { resources } from '#src/i18n/t.ts'
import { expectAccessible } from '#tests/helpers/axe.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { form, page: words, thread } = resources.id.tip
const followUp = 'Masih ada dua orang di sana'
let code = ''

function inDatabase<T>(work: (database: DatabaseSync) => T): T {
  const folder = e2e().dataDir
  const name = readdirSync(folder).find(file => file.endsWith('.db')) as string
  const database = new DatabaseSync(path.join(folder, name), { timeout: 5000 })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

/** The hash by which the database knows the thread of `code`. */
async function hashOfCode(): Promise<string> {
  const { secret } = parseReceipt(code) as { secret: Uint8Array }
  return lookupHash(fromBase64url((await deriveReporterKeys(secret)).lookup))
}

async function sendReport(page: Page): Promise<void> {
  await page.goto(`${e2e().site}/lapor/`)
  await page.getByLabel(form.subject.korban).check()
  await page.getByLabel(form.what.label).fill('Tiga orang dikurung di rumah kosong')
  await page.getByRole('button', { name: form.next }).click()
  await page.getByRole('button', { name: form.next }).click()
  await page.getByRole('button', { name: form.review.next }).click()
  code = (await page.locator('.words li').allTextContents()).join(' ')
  await page.getByRole('button', { name: form.code.noted }).click()
  await page.getByLabel(form.repeat.label).fill(code)
  await page.getByRole('button', { name: form.repeat.send }).click()
  await expect(page.getByRole('heading', { name: form.sent.title })).toBeVisible({ timeout: 60_000 })
}

async function openThread(page: Page): Promise<void> {
  await page.goto(`${e2e().site}/lapor/kode/`)
  await page.getByLabel(thread.label).fill(code)
  await page.getByRole('button', { name: thread.open, exact: true }).click()
  await expect(page.getByRole('heading', { name: thread.title })).toBeVisible()
}

/** Paths of the report endpoints that the page asks from now on. */
function asked(page: Page): string[] {
  const paths: string[] = []
  page.on('request', request => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/lapor/')) paths.push(pathname)
  })
  return paths
}

async function expectNoWayToWrite(page: Page, title: string, paths: string[]): Promise<void> {
  await expect(page.getByText(title)).toBeVisible()
  await expect(page.getByLabel(thread.add)).toHaveCount(0)
  await expect(page.getByRole('button', { name: thread.withdraw })).toHaveCount(0)
  await expect(page.getByRole('link', { name: thread.channels })).toBeVisible()
  await expectAccessible(page)
  expect(paths).toEqual(['/api/lapor/baca'])
}

/** Thirty proofs spent by somebody else double the price; asking after a code that nobody has costs one each. */
async function raisePrice(): Promise<void> {
  const { site } = e2e()
  const post = (body: object) =>
    fetch(`${site}/api/lapor/tambah`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const sample = inDatabase(database =>
    database.prepare('select * from sealed_messages where record is not null limit 1').get(),
  ) as Record<string, string>
  const message = {
    inboxKey: sample.inbox_key,
    reporterKey: null,
    manifest: sample.manifest,
    parts: String(sample.parts).split('\n'),
  }
  for (let count = 0; count < 30; count += 1) {
    const challenge = (await (await fetch(`${site}/api/lapor/tantangan`)).json()) as never
    const proof = { challenge, solution: await solveChallenge({ challenge, deriveKey }) }
    const [lookup, sending] = [base64url(random(16)), base64url(random(16))]
    const body = { lookup, seq: 1, sending, message, record: sample.record, proof }
    expect((await post(body)).status).toBe(404)
  }
}

test.describe('the reporter’s own record', () => {
  test.describe.configure({ mode: 'serial' })

  test('comes with the report and keeps the thread open', async ({ page }) => {
    await sendReport(page)
    await openThread(page)
    await expect(page.getByLabel(thread.add)).toBeVisible()
    await expect(page.getByText(thread.filesHint)).toBeVisible()
    await expectAccessible(page)
  })

  test('sends a further message by itself when the price rises in between', async ({ page }) => {
    await openThread(page)
    await page.getByLabel(thread.add).fill(followUp)
    const statuses: number[] = []
    page.on('response', response => {
      if (response.url().endsWith('/api/lapor/tambah')) statuses.push(response.status())
    })
    let isFirst = true
    await page.route('**/api/lapor/tantangan', async route => {
      const response = await route.fetch()
      const rises = isFirst
      isFirst = false
      await (rises ? raisePrice() : Promise.resolve())
      await route.fulfill({ response })
    })
    await page.getByRole('button', { name: thread.send }).click()
    await expect(page.getByText(thread.sent)).toBeVisible({ timeout: 120_000 })
    expect(statuses).toEqual([403, 201])
  })

  test('keeps what was typed when a newer message came first, and sends it on the second tap', async ({
    page,
    context,
  }) => {
    await openThread(page)
    const other = await context.newPage()
    await openThread(other)
    await other.getByLabel(thread.add).fill('dari tab lain')
    await other.getByRole('button', { name: thread.send }).click()
    await expect(other.getByText(thread.sent)).toBeVisible({ timeout: 60_000 })
    await page.getByLabel(thread.add).fill('yang diketik di sini')
    await page.getByRole('button', { name: thread.send }).click()
    await expect(page.getByText('Ada pesan baru di percakapan ini')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByLabel(thread.add)).toHaveValue('yang diketik di sini')
    await page.getByRole('button', { name: thread.send }).click()
    await expect(page.getByText(thread.sent)).toBeVisible({ timeout: 60_000 })
  })

  test('seals nothing more once the database names another inbox', async ({ page }) => {
    const hash = await hashOfCode()
    const put = (inbox: string) =>
      inDatabase(database =>
        database.prepare('update sealed_reports set inbox = ? where lookup_hash = ?').run(inbox, hash),
      )
    const { inbox } = inDatabase(database =>
      database.prepare('select inbox from sealed_reports where lookup_hash = ?').get(hash),
    ) as { inbox: string }
    put('11111111-1111-4111-8111-111111111111')
    const paths = asked(page)
    await openThread(page)
    put(inbox)
    await expectNoWayToWrite(page, thread.mismatch.title, paths)
  })

  test('seals nothing more once the database has lost it', async ({ page }) => {
    const hash = await hashOfCode()
    const rows = inDatabase(database =>
      database
        .prepare(
          'select m.id, m.record from sealed_messages m join sealed_reports r on m.report = r.id where r.lookup_hash = ? and m.seq = 0',
        )
        .all(hash),
    ) as { id: string; record: string }[]
    const put = (record: string | null) =>
      inDatabase(database =>
        database.prepare('update sealed_messages set record = ? where id = ?').run(record, rows[0]?.id ?? ''),
      )
    put(null)
    const paths = asked(page)
    await openThread(page)
    put(rows[0]?.record ?? null)
    await expectNoWayToWrite(page, thread.mismatch.title, paths)
  })

  test('tells who comes back to an inbox that has left the list that it is closed', async ({ page }) => {
    const { list } = (await (await fetch(`${e2e().site}/lapor/kunci.json`)).json()) as { list: KeyList }
    const later = nextKeyList(list, [])
    await page.route('**/lapor/kunci.json', route => route.fulfill({ json: { list: later } }))
    await page.route('**/lapor/kode/', async route => {
      const response = await route.fetch()
      const body = (await response.text()).replaceAll(keyListHash(list), keyListHash(later))
      await route.fulfill({ response, body })
    })
    const paths = asked(page)
    await openThread(page)
    await expectNoWayToWrite(page, thread.closed.title, paths)
  })
})

test.describe('the report page', () => {
  test('offers outside channels only for a report about officials while no inbox is for them', async ({
    page,
  }) => {
    const paths = asked(page)
    await page.goto(`${e2e().site}/lapor/`)
    await page.getByLabel(form.what.label).fill('sudah tertulis')
    await page.getByLabel(form.subject.petugas).check()
    await expect(page.getByText(form.noInbox.why)).toBeVisible()
    await expect(page.getByLabel(form.what.label)).toHaveCount(0)
    await expect(page.getByRole('button', { name: form.next })).toHaveCount(0)
    await page.getByRole('button', { name: form.noInbox.channels }).click()
    await expect(page.getByRole('heading', { name: words.otherTitle })).toBeInViewport()
    await expectAccessible(page)
    await page.getByLabel(form.subject.lainnya).check()
    await expect(page.getByLabel(form.what.label)).toHaveValue('sudah tertulis')
    expect(paths).toEqual([])
  })

  test('does so too for who comes from the result of a check', async ({ page }) => {
    await page.goto(`${e2e().site}/lapor/#tanda=papers-held`)
    await expect(page.getByLabel(form.what.label)).toHaveValue(/^.+/)
    await page.getByLabel(form.subject.petugas).check()
    await expect(page.getByText(form.noInbox.why)).toBeVisible()
    await expect(page.getByRole('button', { name: form.next })).toHaveCount(0)
  })

  test('says before anything is written that files cannot be sent yet', async ({ page }) => {
    await page.goto(`${e2e().site}/lapor/`)
    await expect(page.getByText(words.files)).toBeVisible()
  })
})
