import { type Browser, expect, type Page, test } from '@playwright/test'
import { leaveInboxes } from '#cms/accounts/leave-inboxes.ts'
import { openDemoInbox } from '#cms/demo-inbox.ts'
import { dropInbox, storeInbox } from '#cms/endpoints/desk-founding.ts'
import { findStaffKeys, saveOwnKeys } from '#cms/endpoints/desk-store.ts'
import { changeKeyList, listInForce, pinFile } from '#cms/endpoints/report-keys.ts'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createVault } from '#desk/vault/vault.ts'
import type { Recipient } from '#src/crypto/age.ts'
import { base64url } from '#src/crypto/bytes.ts'
import { type KeyList, keyListHash } from '#src/crypto/key-list.ts'
import { isSigned, listWithout } from '#src/crypto/list-change.ts'
import { fingerprintOf, memberKeysOf, newMemberSecret, wrapMemberSecret } from '#src/crypto/member.ts'
import { collections } from '#src/slugs.ts'
import { expectAccessible } from '#tests/helpers/axe.ts'
import { e2e, signIn } from '#tests/helpers/e2e.ts'
import { makeAccount, startTestDesk, type TestDesk } from '#tests/helpers/desk.ts'

test.describe.configure({ mode: 'serial' })

let desk: TestDesk
const emails = ['a', 'b', 'c', 'd'].map(name => `${name}@uji.example`) as [string, string, string, string]
const users = new Map<string, string>()
const phrases = new Map<string, string>()
const fingerprints = new Map<string, string>()

const inForce = () => listInForce(desk.cms.payload, desk.cms.env)

const sessions = new Map<string, Promise<ReadonlyMap<string, string>>>()

/** The cookies of an account's one sign-in: a code of the second factor counts once. */
function cookiesOf(email: string): Promise<ReadonlyMap<string, string>> {
  const session = desk.browser()
  const cookies = sessions.get(email) ?? session.signIn(email).then(() => session.cookies)
  sessions.set(email, cookies)
  return cookies
}

/** Signs in without the form, whose tests are elsewhere, and unlocks the desk. */
async function enter(browser: Browser, email: string): Promise<Page> {
  const cookies = await cookiesOf(email)
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const url = `http://desk.localhost:${desk.port}/`
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
  const page = await context.newPage()
  await page.goto(url)
  await page.getByLabel('Frasa sandi').fill(phrases.get(email) ?? '')
  await page.getByRole('button', { name: 'Buka' }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Meja terkunci')
  return page
}

test.beforeAll(async () => {
  desk = await startTestDesk()
  const { payload, env } = desk.cms
  for (const email of emails) users.set(email, await makeAccount(desk.cms, email))
  const founders = emails.slice(0, 2).map(email => ({ id: users.get(email) ?? '', email }))
  const { members } = await openDemoInbox(payload, { users: founders, env: { ...env, DEMO: true } })
  for (const { email, passphrase } of members) phrases.set(email, passphrase)
  for (const email of emails.slice(2)) {
    const secret = await newMemberSecret()
    const keys = await memberKeysOf(secret)
    phrases.set(email, `frasa ${email}`)
    fingerprints.set(email, fingerprintOf(keys))
    const wrapped = base64url(await wrapMemberSecret(secret, `frasa ${email}`, 10))
    await saveOwnKeys(payload, users.get(email) ?? '', { ...keys, wrapped })
  }
})
test.afterAll(() => desk.close())

test('an administrator sees what becomes of an inbox before an account that reads it can go', async ({
  page,
}) => {
  await signIn(page, 'admin')
  await page.goto(`${e2e().site}/admin/collections/users`)
  await page.getByRole('link', { name: 'Demo handler', exact: true }).click()
  const inboxes = page.getByRole('region', { name: 'Kotak laporan yang dibaca akun ini' })
  await expect(inboxes).toContainText('Kotak laporan DEMO')
  await expect(inboxes).toContainText('tersisa satu pembaca')
  await expect(inboxes.getByRole('button')).toBeDisabled()
  await inboxes.getByLabel('Saya mengerti akibatnya').check()
  await expect(inboxes.getByRole('button')).toBeEnabled()
  const id = page.url().split('/').at(-1)
  const refused = await page.evaluate(async user => {
    const answer = await fetch(`/api/users/${user}`, { method: 'DELETE' })
    return [answer.status, await answer.text()] as const
  }, id)
  expect(refused).toEqual([409, expect.stringContaining('Kotak laporan DEMO')])
})

test('a second inbox is founded by two who read none, shown whole to each who agrees, and opens with a voucher', async ({
  browser,
}) => {
  const [a, , c, d] = emails
  const founder = await enter(browser, c)
  await founder.getByRole('button', { name: 'Buka kotak baru' }).click()
  await founder.getByLabel('Nama kotak', { exact: true }).fill('Kotak kedua')
  await founder.getByLabel('Nama kotak dalam bahasa Inggris').fill('Second inbox')
  await founder.getByLabel('Siapa yang membaca, menurut jabatan').fill('dua penelaah di luar kantor')
  await founder.getByLabel('Siapa yang membaca, dalam bahasa Inggris').fill('two outside the office')
  await founder.getByLabel('E-mail rekan pendiri').fill(d)
  await founder.getByLabel('Sidik kunci rekan').fill(fingerprints.get(d) ?? '')
  await founder.getByRole('button', { name: 'Lanjut ke frasa pemulihan' }).click()
  await expect(founder.locator('.phrase li')).toHaveCount(6, { timeout: 60_000 })
  const recovery = (await founder.locator('.phrase li').allInnerTexts()).join(' ')
  await expect(founder.getByText('frasa ini tidak berlaku')).toBeVisible()
  await founder.getByRole('button', { name: 'Sudah ada di kertas' }).click()
  await expectAccessible(founder)
  await founder.getByLabel('Frasa pemulihan').fill(recovery)
  await founder.getByRole('button', { name: 'Buat kotak' }).click()
  await expect(founder.getByText('Menunggu persetujuan rekan pendiri', { exact: true })).toBeVisible()

  const second = await enter(browser, d)
  await second.getByRole('button', { name: 'Periksa dan setujui' }).click()
  const changes = second.locator('.changes > li')
  await expect(changes).toHaveCount(2)
  await expect(changes.nth(0)).toContainText('Baru')
  await expect(changes.nth(0)).toContainText(c)
  await expect(changes.nth(0)).toContainText('Anda, bila setuju')
  await expect(changes.nth(1)).toContainText('Tetap')
  await expect(changes.nth(1)).toContainText('Kotak laporan DEMO')
  await expectAccessible(second)
  await second.getByLabel('Sidik kunci pendiri').fill(fingerprints.get(c) ?? '')
  await second.getByRole('button', { name: 'Setujui dan buka kotak' }).click()
  await expect(second.getByText('Menunggu dukungan pembaca kotak lain').first()).toBeVisible()
  expect((await inForce())?.inboxes).toHaveLength(1)

  const voucher = await enter(browser, a)
  await voucher.getByRole('button', { name: 'Periksa dan dukung' }).click()
  await expect(voucher.getByText(`Pendiri: ${c}, ${d}.`)).toBeVisible()
  await expect(voucher.locator('.changes > li')).toHaveCount(2)
  await expectAccessible(voucher)
  await voucher.getByRole('button', { name: 'Dukung, tampilkan' }).click()
  await expect(voucher.getByText('Kotak terbuka')).toBeVisible()
  const list = await inForce()
  expect(list?.inboxes.map(isSigned)).toEqual([true, true])
  for (const page of [founder, second, voucher]) await page.context().close()
})

test('a list that moves on while somebody looks is shown anew, and nothing that was typed is lost', async ({
  browser,
}) => {
  const [, , c, d] = emails
  const founder = await enter(browser, d)
  await founder.getByRole('button', { name: '← Kotak laporan' }).click()
  await founder.getByRole('button', { name: 'Buka kotak baru' }).click()
  await founder.getByLabel('Nama kotak', { exact: true }).fill('Kotak ketiga')
  await founder.getByLabel('Nama kotak dalam bahasa Inggris').fill('Third inbox')
  await founder.getByLabel('Siapa yang membaca, menurut jabatan').fill('dua penelaah')
  await founder.getByLabel('Siapa yang membaca, dalam bahasa Inggris').fill('two handlers')
  await founder.getByLabel('E-mail rekan pendiri').fill(c)
  await founder.getByLabel('Sidik kunci rekan').fill(fingerprints.get(c) ?? '')
  await founder.getByRole('button', { name: 'Lanjut ke frasa pemulihan' }).click()
  await expect(founder.locator('.phrase li')).toHaveCount(6, { timeout: 60_000 })
  const recovery = (await founder.locator('.phrase li').allInnerTexts()).join(' ')
  await founder.getByRole('button', { name: 'Sudah ada di kertas' }).click()
  await founder.getByLabel('Frasa pemulihan').fill(recovery)
  await founder.getByRole('button', { name: 'Buat kotak' }).click()
  await expect(founder.getByText('Menunggu persetujuan rekan pendiri', { exact: true })).toBeVisible()

  const second = await enter(browser, c)
  await second.getByRole('button', { name: 'Periksa dan setujui' }).click()
  await expect(second.locator('.changes > li')).toHaveCount(3)
  const list = (await inForce()) as KeyList
  const gone = list.inboxes.find(entry => entry.name.id === 'Kotak kedua')?.id ?? ''
  await changeKeyList({ payload: desk.cms.payload, env: desk.cms.env }, ({ publish }) =>
    publish(listWithout(list, new Set([gone]))),
  )
  await second.getByLabel('Sidik kunci pendiri').fill(fingerprints.get(d) ?? '')
  await second.getByRole('button', { name: 'Setujui dan buka kotak' }).click()
  await expect(second.getByText('Daftar kunci berubah')).toBeVisible()
  await expect(second.locator('.changes > li')).toHaveCount(2)
  await expect(second.getByLabel('Sidik kunci pendiri')).toHaveValue(fingerprints.get(d) ?? '')
  await second.getByRole('button', { name: 'Batal' }).click()
  await second.getByRole('button', { name: 'Batalkan pendirian' }).click()
  await second.getByRole('button', { name: 'Ya, batalkan kotak ini' }).click()
  await expect(second.getByText('Pendirian kotak dibatalkan')).toBeVisible()
  for (const page of [founder, second]) await page.context().close()
})

test('a founding that changes while its second founder looks is not signed: the alarm stays and the button is dead', async ({
  browser,
}) => {
  const [, , c, d] = emails
  const { payload, env } = desk.cms
  const rows = await Promise.all([c, d].map(email => findStaffKeys(payload, users.get(email) ?? '')))
  const roster = rows.map((keys, place) => ({
    user: String(keys?.user),
    name: place === 0 ? c : d,
    recipient: keys?.recipient as Recipient,
    signer: String(keys?.signer),
  }))
  const vault = createVault(10)
  await vault.unlock(String(rows[0]?.wrapped), phrases.get(c) ?? '')
  const { phrase: _, recipient, ...files } = await vault.makeInbox(roster)
  const id = randomUUID()
  const entry = {
    id,
    kind: 'umum',
    name: { id: 'Kotak jujur', en: 'Honest inbox' },
    readers: { id: 'dua penelaah', en: 'two handlers' },
    keyVersion: 1,
    recipient,
  } as const
  await vault.addInbox({ id, recipient, wrapped: files.wraps[0]?.wrapped ?? '', roster: files.roster })
  const { signature } = await vault.signEntry(entry)
  const input = { ...files, wraps: [...files.wraps], entry, signature }
  await storeInbox({ payload, env }, input, roster[0]?.user ?? '')

  const second = await enter(browser, d)
  await second.getByRole('button', { name: 'Periksa dan setujui' }).click()
  await expect(second.locator('.changes')).toContainText('Kotak jujur')
  const member = { and: [{ inbox: { equals: id } }, { user: { equals: roster[1]?.user } }] }
  const setApproved = (approved: boolean) =>
    payload.update({
      collection: collections.inboxMembers,
      where: member,
      data: { approved },
      overrideAccess: true,
    })
  await payload.update({
    collection: collections.inboxes,
    id,
    data: { kind: 'petugas', readers: 'Komnas HAM dan pers', readersEn: 'the press' },
    overrideAccess: true,
  })
  await setApproved(true)
  await second.getByLabel('Sidik kunci pendiri').fill(fingerprints.get(c) ?? '')
  await second.getByRole('button', { name: 'Setujui dan buka kotak' }).click()
  await expect(second.getByText('Yang ditandatangani pendiri bukan kotak yang tampil')).toBeVisible()
  await setApproved(false)
  await expect(second.getByLabel('Sidik kunci pendiri')).toHaveValue('')
  await second.getByLabel('Sidik kunci pendiri').fill(fingerprints.get(c) ?? '')
  await expect(second.getByRole('button', { name: 'Setujui dan buka kotak' })).toBeDisabled()
  await second.context().close()
  await dropInbox(payload, id)
})

test('members sign an entry that stands without signatures, and learn that they are the last reader', async ({
  browser,
}) => {
  const [a, b] = emails
  const { payload, env } = desk.cms
  const list = (await inForce()) as KeyList
  const bare = { ...list, inboxes: list.inboxes.map(({ signatures: _, ...entry }) => entry) }
  await payload.update({
    collection: collections.keyLists,
    where: { serial: { equals: list.serial } },
    data: { hash: keyListHash(bare), list: JSON.stringify(bare) },
    overrideAccess: true,
  })
  writeFileSync(pinFile(env), keyListHash(bare))
  for (const email of [a, b]) {
    const page = await enter(browser, email)
    await expect(page.getByText('belum ditandatangani dua anggotanya')).toBeVisible()
    await page.getByRole('button', { name: 'Periksa dan tanda tangani' }).click()
    await expect(page.locator('.changes > li').first()).toContainText('Bertambah tanda tangan')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Tanda tangani', exact: true }).click()
    await expect(page.getByText('Tanda tangan Anda tersimpan')).toBeVisible()
    await page.context().close()
  }
  expect((await inForce())?.inboxes).toEqual(list.inboxes)

  await leaveInboxes({ payload, env }, users.get(b) ?? '', () => {})
  const last = await enter(browser, a)
  await expect(last.getByText('Hanya Anda yang masih dapat membaca')).toBeVisible()
  await last.getByRole('button', { name: '← Kotak laporan' }).click()
  await expect(last.getByText('Hanya Anda yang masih dapat membaca')).toBeVisible()
  const download = last.waitForEvent('download')
  await last.getByRole('button', { name: 'Simpan berkas pemulihan' }).click()
  expect((await download).suggestedFilename()).toMatch(/^kotak-[0-9a-f]{8}\.age$/)
  await expectAccessible(last)
  await last.context().close()
})

test('a founding form outlasts the lock, and is gone once it was cancelled', async ({ browser }) => {
  const [, , c] = emails
  const page = await enter(browser, c)
  await page.getByRole('button', { name: '← Kotak laporan' }).click()
  await page.getByRole('button', { name: 'Buka kotak baru' }).click()
  await page.getByLabel('Nama kotak', { exact: true }).fill('Kotak keempat')
  await page.getByLabel('Sidik kunci rekan').fill('12345 67890')
  await page.getByRole('button', { name: 'Kunci', exact: true }).click()
  await expect(page.getByText('Tulisan Anda yang belum terkirim masih ada di tab ini.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'English' })).toBeVisible()
  await page.getByLabel('Frasa sandi').fill(phrases.get(c) ?? '')
  await page.getByRole('button', { name: 'Buka' }).click()
  await expect(page.getByLabel('Nama kotak', { exact: true })).toHaveValue('Kotak keempat')
  await expect(page.getByLabel('Sidik kunci rekan')).toHaveValue('12345 67890')
  await page.getByRole('button', { name: 'Batal' }).click()
  await page.getByRole('button', { name: 'Buka kotak baru' }).click()
  await expect(page.getByLabel('Nama kotak', { exact: true })).toHaveValue('')
  await page.context().close()
})

test('the alarm of the key list reaches a reader who stays in an inbox, without a tick beside it', async ({
  browser,
}) => {
  const [a] = emails
  const page = await enter(browser, a)
  await expect(page.getByText('Kunci kotak cocok dengan daftar kunci situs.')).toBeVisible()
  await page.clock.install()
  const row = await desk.cms.payload.create({
    collection: collections.keyLists,
    data: { serial: 99, hash: '0'.repeat(64), list: '{}' },
    overrideAccess: true,
  })
  await page.reload()
  await page.getByLabel('Frasa sandi').fill(phrases.get(a) ?? '')
  await page.getByRole('button', { name: 'Buka' }).click()
  await page.getByRole('button', { name: 'Buka kotak', exact: true }).click()
  await expect(page.getByText('Daftar kunci di server tidak cocok')).toBeVisible()
  await expect(page.getByText('Kunci kotak cocok dengan daftar kunci situs.')).toHaveCount(0)
  await expectAccessible(page)
  await desk.cms.payload.delete({ collection: collections.keyLists, id: row.id, overrideAccess: true })
  await page.clock.fastForward(200_000)
  await expect(page.getByText('Kunci kotak cocok dengan daftar kunci situs.')).toBeVisible()
  await page.context().close()
})

test('who is taken out of an inbox that is open on the screen is told so', async ({ browser }) => {
  const [a] = emails
  const { payload, env } = desk.cms
  const page = await enter(browser, a)
  await expect(page.getByRole('button', { name: 'Periksa sekarang' })).toBeVisible()
  await leaveInboxes({ payload, env }, users.get(a) ?? '', () => undefined)
  await page.getByRole('button', { name: 'Periksa sekarang' }).click()
  await expect(page.getByText('Akun ini tidak lagi membaca kotak yang tadi terbuka.')).toBeVisible()
  await expectAccessible(page)
  await page.context().close()
})
