import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCmsSession } from '#cms/accounts/cms-session.ts'
import { findSecondFactor } from '#cms/endpoints/desk-store.ts'
import { removeSecondFactor } from '#cms/reset-second-factor.ts'
import {
  codeOf,
  staffPassword,
  startTestDoor,
  type TestDoor,
  makeAccount,
  typePassword,
  sessionOf,
  openedBy,
  opened,
  closed,
} from '#tests/helpers/cms-door.ts'

let door: TestDoor
beforeAll(async () => {
  door = await startTestDoor()
})
afterAll(() => door.close())

describe('of whom a second factor is demanded', () => {
  const stagesAt = async (variables: Record<string, string>) => {
    const other = await startTestDoor(variables)
    const seen: Record<string, string[]> = {}
    for (const role of ['admin', 'publisher', 'editor'] as const) {
      const address = `${role}@uji.example`
      const account = await other.makeStaff(address, role)
      const browser = other.browser()
      const host = new URL(other.cms.env.adminUrl).host
      const form = { langkah: 'sandi', email: address, password: staffPassword }
      const answer = await browser.post('/admin/login', form, { Host: host })
      const page = await browser.get('/admin/login', { Host: host })
      const later = await browser.post('/admin/login', { langkah: 'nanti' }, { Host: host })
      seen[role] = [
        String(answer.headers.location),
        String(page.body.includes('Nanti saja')),
        String(later.status),
      ]
      expect(await findSecondFactor(other.cms.payload, account)).toBeNull()
    }
    await other.close()
    return seen
  }
  const asked = '/admin/login?langkah=kode'

  it('is everyone, and on a loopback address administrators may put it off', async () => {
    expect(await stagesAt({})).toEqual({
      admin: [asked, 'true', '303'],
      publisher: [asked, 'false', '403'],
      editor: [asked, 'false', '403'],
    })
  })

  it('is asked of an open session too, once the server stands elsewhere', async () => {
    const { email, id } = await makeAccount(door, 'admin')
    const [without, full] = [door.browser(), await openCmsSession(door.cms.payload, id)]
    await typePassword(without, email)
    await without.post('/admin/login', { langkah: 'nanti' })
    const token = String(sessionOf(without))
    const before = await openedBy(door, token)
    const { adminUrl } = door.cms.env
    Object.assign(door.cms.env, { adminUrl: 'https://cms.contoh.example' })
    const seen = [before, await openedBy(door, token), await openedBy(door, full)]
    Object.assign(door.cms.env, { adminUrl })
    expect(seen).toEqual([opened, closed, opened])
  })

  it('ends every open session of the account when it is taken away', async () => {
    const { email } = await makeAccount(door, 'admin')
    const browser = door.browser()
    await browser.signIn(email)
    const token = String(sessionOf(browser))
    const before = await openedBy(door, token)
    await removeSecondFactor(door.cms.payload, email)
    expect([before, await openedBy(door, token)]).toEqual([opened, closed])
  })

  it('cannot be put off once somebody has set one up', async () => {
    const { email } = await makeAccount(door, 'admin')
    const browser = door.browser()
    await typePassword(browser, email)
    await door.browser().signIn(email)
    await browser.post('/admin/login', { langkah: 'nanti' })
    expect(sessionOf(browser)).toBeUndefined()
  })

  it.each([
    { ADMIN_URL: 'http://cms.contoh.example' },
    { ADMIN_URL: 'http://localhost.contoh.example' },
    { ADMIN_URL: 'http://127.0.0.1.contoh.example' },
    { HOST: '0.0.0.0' },
  ])('cannot be put off with %j', async variables => {
    expect((await stagesAt(variables)).admin).toEqual([asked, 'false', '403'])
  })

  it.each(['Forwarded', 'Via', 'X-Forwarded-For', 'X-Forwarded-Server', 'X-Real-IP'])(
    'cannot be put off behind a proxy that writes %s, whatever Host it sends',
    async header => {
      const { email } = await makeAccount(door, 'admin')
      const browser = door.browser()
      const passed = { [header]: 'for=192.0.2.1' }
      await browser.post('/admin/login', { langkah: 'sandi', email, password: staffPassword }, passed)
      const page = await browser.get('/admin/login', passed)
      const later = await browser.post('/admin/login', { langkah: 'nanti' }, passed)
      expect([page.body.includes('Nanti saja'), later.status, sessionOf(browser)]).toEqual([
        false,
        403,
        undefined,
      ])
    },
  )

  it('is administrators only where the setting says so', async () => {
    expect(await stagesAt({ STAFF_SECOND_FACTOR: 'false' })).toEqual({
      admin: [asked, 'true', '303'],
      publisher: ['/admin', 'false', '303'],
      editor: ['/admin', 'false', '303'],
    })
  })

  it('shows the code of now in a demo, and nowhere else', async () => {
    const demo = await startTestDoor({ DEMO: 'true' })
    await demo.makeStaff('admin@demo.invalid', 'admin')
    const secret = await demo.browser().signIn('admin@demo.invalid')
    const browser = demo.browser()
    const form = { langkah: 'sandi', email: 'admin@demo.invalid', password: staffPassword }
    await browser.post('/admin/login', form)
    const page = await browser.get('/admin/login')
    expect(page.body).toContain(codeOf(secret, 1))
    await demo.close()
    const { email } = await makeAccount(door, 'admin')
    const real = await door.browser().signIn(email)
    const other = door.browser()
    await typePassword(other, email)
    expect((await other.get('/admin/login')).body).not.toContain(codeOf(real, 1))
  })
})
