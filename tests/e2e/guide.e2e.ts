import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { totpCode, totpStep } from '#cms/endpoints/desk-totp.ts'
import { listInForce } from '#cms/endpoints/report-keys.ts'
import { removeSecondFactor } from '#cms/reset-second-factor.ts'
import { openWithPassphrase, recipientOf } from '#src/crypto/age.ts'
import { text } from '#src/crypto/bytes.ts'
import { collections } from '#src/slugs.ts'
import {
  fromBase32,
  handlerPassword,
  makeAccount,
  startTestDesk,
  type TestDesk,
} from '#tests/helpers/desk.ts'
import { type AtHand, followGuide, guideSteps, quotedInGuide } from '#tests/helpers/guide.ts'

test.describe.configure({ mode: 'serial' })

/** A handler as the guide sees one: a page, and what is on phone and paper. */
class Person {
  readonly email: string
  readonly page: Page
  phone: Buffer | null = null
  phrase = ''
  fingerprint = ''
  recovery = ''

  constructor(email: string, page: Page) {
    this.email = email
    this.page = page
  }

  static async at(browser: Browser, email: string): Promise<Person> {
    const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
    await page.goto(address())
    return new Person(email, page)
  }

  /** The code that the phone shows after the picture on the screen was scanned. */
  async scanned(): Promise<string> {
    const shown = await this.page.locator('.secret').innerText()
    this.phone = fromBase32(shown.replace(/\s/g, ''))
    return totpCode(this.phone, totpStep(Date.now()))
  }

  /** The words on the screen, as they are put on paper. */
  async written(): Promise<string> {
    await expect(this.page.locator('.phrase li')).toHaveCount(6)
    return (await this.page.locator('.phrase li').allInnerTexts()).join(' ')
  }

  get signingIn(): AtHand {
    return {
      'E-mail akun': () => this.email,
      'Kata sandi': () => handlerPassword,
      '6 angka': () => this.scanned(),
      'Frasa sandi': () => this.phrase,
    }
  }
}

let desk: TestDesk
let first: Person
let second: Person
const address = () => `http://desk.localhost:${desk.port}/`
const inForce = () => listInForce(desk.cms.payload, desk.cms.env)

test.beforeAll(async ({ browser }) => {
  desk = await startTestDesk()
  const people: Person[] = []
  for (const name of ['satu', 'dua']) {
    await makeAccount(desk.cms, `${name}@uji.example`)
    people.push(await Person.at(browser, `${name}@uji.example`))
  }
  ;[first, second] = people as [Person, Person]
})
test.afterAll(async () => {
  for (const person of [first, second]) await person.page.context().close()
  await desk.close()
})

test('two handlers come to the desk for the first time as the guide says', async () => {
  const steps = guideSteps('Pertama kali di meja')
  for (const person of [first, second]) {
    const { page } = person
    await followGuide(page, steps.slice(0, 2), person.signingIn)
    person.phrase = await person.written()
    await followGuide(page, steps.slice(2, 4), person.signingIn)
    person.fingerprint = await page.locator('.digits').innerText({ timeout: 60_000 })
    await followGuide(page, steps.slice(4), person.signingIn)
    await expect(page.getByRole('heading', { level: 1, name: 'Kotak laporan' })).toBeVisible()
  }
})

test('they found an inbox as the guide says', async () => {
  const steps = guideSteps('Mendirikan kotak laporan')
  const typed: AtHand = {
    'Nama kotak': () => 'Kotak laporan perdagangan orang',
    'Nama kotak dalam bahasa Inggris': () => 'Human trafficking inbox',
    'Siapa yang membaca, menurut jabatan': () => 'dua pembaca laporan',
    'Siapa yang membaca, dalam bahasa Inggris': () => 'two case handlers',
    'E-mail rekan pendiri': () => second.email,
    'Sidik kunci rekan, seperti yang Anda dengar': () => second.fingerprint,
    'Frasa pemulihan': () => first.recovery,
  }
  await followGuide(first.page, steps.slice(0, 4), typed)
  first.recovery = await first.written()
  await followGuide(first.page, steps.slice(4, 7), typed)
  await expect(first.page.getByText('Menunggu persetujuan rekan pendiri', { exact: true })).toBeVisible()
  expect(await inForce()).toBeNull()

  await second.page.reload()
  await followGuide(second.page, steps.slice(7), {
    ...second.signingIn,
    'Sidik kunci pendiri, seperti yang Anda dengar': () => first.fingerprint,
  })
  await expect(second.page.getByText('Kotak terbuka')).toBeVisible()
  expect((await inForce())?.inboxes.map(({ name }) => name.id)).toEqual(['Kotak laporan perdagangan orang'])
})

test('the recovery paper opens the file that the guide tells of, and the key in it is the inbox', async () => {
  await second.page.reload()
  await second.page.getByLabel('Frasa sandi').fill(second.phrase)
  await second.page.getByRole('button', { name: 'Buka', exact: true }).click()
  await second.page.getByRole('button', { name: '← Kotak laporan' }).click({ timeout: 60_000 })
  const saving = second.page.waitForEvent('download')
  await second.page.getByRole('button', { name: 'Simpan berkas pemulihan' }).click()
  const file = await saving
  const bytes = new Uint8Array(readFileSync(await file.path()))
  const identity = text(await openWithPassphrase(bytes, first.recovery))
  expect(file.suggestedFilename()).toMatch(/^kotak-.+\.age$/)
  expect(await recipientOf(identity)).toBe((await inForce())?.inboxes[0]?.recipient)
})

test('a handler whose phone was lost comes back as the guide says', async ({ browser }) => {
  const steps = guideSteps('Ponsel dengan kode kedua hilang')
  expect(await removeSecondFactor(desk.cms.payload, second.email)).toBe(true)
  const again = await Person.at(browser, second.email)
  again.phrase = second.phrase
  await followGuide(again.page, steps.slice(1), again.signingIn)
  await expect(again.page.getByText('Kotak laporan perdagangan orang').first()).toBeVisible({
    timeout: 60_000,
  })
  expect(again.phone?.equals(second.phone as Buffer)).toBe(false)
  await again.page.context().close()
})

test('the alarm of the key list is the sentence that the guide quotes, and nothing is opened under it', async () => {
  const sentence = quotedInGuide('Peringatan daftar kunci')
  const { payload } = desk.cms
  const row = await payload.create({
    collection: collections.keyLists,
    data: { serial: 99, hash: '0'.repeat(64), list: '{}' },
    overrideAccess: true,
  })
  await first.page.reload()
  await first.page.getByLabel('Frasa sandi').fill(first.phrase)
  await first.page.getByRole('button', { name: 'Buka', exact: true }).click()
  await expect(first.page.getByText(sentence)).toBeVisible({ timeout: 60_000 })
  await payload.delete({ collection: collections.keyLists, id: row.id, overrideAccess: true })
})

test('an administrator finds what the guide names when a passphrase is lost', async () => {
  const labels = guideSteps('Frasa sandi hilang').flatMap(step => step.labels)
  const words = readFileSync('cms/components/AccountInboxes.tsx', 'utf8')
  expect(labels.length).toBeGreaterThan(0)
  for (const label of labels) expect(words).toContain(`'${label}'`)
})
