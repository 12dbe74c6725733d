import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pinFile, currentKeyList } from '#cms/endpoints/report-keys.ts'
import { seal } from '#src/crypto/age.ts'
import { base64url } from '#src/crypto/bytes.ts'
import { makeInbox, type NewInbox } from '#src/crypto/founding.ts'
import { keyListHash } from '#src/crypto/key-list.ts'
import { type MemberSecret, memberKeysOf, newMemberSecret, wrapMemberSecret } from '#src/crypto/member.ts'
import { pad } from '#src/crypto/padding.ts'
import { sealReport } from '#src/crypto/report.ts'
import type { RosterMember } from '#src/crypto/roster.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { toWire } from '#src/crypto/wire.ts'
import { collections } from '#src/slugs.ts'
import { type DeskBrowser, makeAccount, startTestDesk, type TestDesk } from '#tests/helpers/desk.ts'
import { storeSealedReport } from '#tests/helpers/sealed-report.ts'

const plaintext = 'Paspor kami ditahan di penampungan Jalan Melati'
const names = ['pendiri', 'rekan', 'luar', 'kosong'] as const
type Name = (typeof names)[number]

let desk: TestDesk
const browsers = {} as Record<Name, DeskBrowser>
const members = {} as Record<Name, RosterMember>
const secrets = {} as Record<Name, MemberSecret>
let made: NewInbox
let inbox: string
let report: string

const foundingBody = (wraps: NewInbox['wraps']) => {
  const { recipient, roster, recovery } = made
  return {
    kind: 'umum',
    name: { id: 'Kotak uji', en: 'Test inbox' },
    readers: { id: 'dua penangan uji', en: 'two test handlers' },
    recipient,
    roster,
    wraps,
    recovery,
  }
}

const storeReport = () =>
  storeSealedReport(desk.cms.payload, { id: inbox, recipient: made.recipient }, newReceipt(), {
    what: plaintext,
  })

beforeAll(async () => {
  desk = await startTestDesk()
  for (const name of names) {
    const email = `${name}@uji.example`
    const user = await makeAccount(desk.cms, email)
    browsers[name] = desk.browser()
    await browsers[name].signIn(email)
    const secret = await newMemberSecret()
    const keys = await memberKeysOf(secret)
    secrets[name] = secret
    members[name] = { user, name: email, ...keys }
    const wrapped = base64url(await wrapMemberSecret(secret, 'frasa uji', 6))
    if (name !== 'kosong') await browsers[name].ask('/api/desk/kunci', { ...keys, wrapped })
  }
  made = await makeInbox([members.pendiri, members.rekan], secrets.pendiri, 6)
})
afterAll(() => desk.close())

describe('own keys', () => {
  test('are stored once and never replaced', async () => {
    const { recipient, signer } = members.luar
    const wrapped = base64url(Buffer.from('age-encryption.org/v1\n-> scrypt x'))
    const answer = await browsers.pendiri.ask('/api/desk/kunci', { recipient, signer, wrapped })
    expect(answer.status).toBe(409)
  })

  test('are refused when the file is not sealed with a passphrase or the key is not hybrid', async () => {
    const { recipient, signer } = members.kosong
    const bare = { recipient, signer, wrapped: base64url(Buffer.from('AGE-SECRET-KEY-PQ-1QQQ')) }
    const classic = { ...bare, recipient: 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg' }
    const answers = [
      await browsers.kosong.ask('/api/desk/kunci', bare),
      await browsers.kosong.ask('/api/desk/kunci', classic),
    ]
    expect(answers.map(answer => answer.status)).toEqual([400, 400])
  })

  test('of a colleague are shown to who knows the e-mail, and only when there are some', async () => {
    const found = await browsers.pendiri.ask('/api/desk/rekan', { email: 'rekan@uji.example' })
    const without = await browsers.pendiri.ask('/api/desk/rekan', { email: 'kosong@uji.example' })
    const unknown = await browsers.pendiri.ask('/api/desk/rekan', { email: 'siapa@uji.example' })
    expect(found.json).toEqual(members.rekan)
    expect(without.status).toBe(404)
    expect(unknown.body).toBe(without.body)
  })
})

describe('founding an inbox', () => {
  test('is refused for one founder, for two strangers, and for a founder without keys', async () => {
    const [own, partner] = made.wraps
    const wraps = [
      [own, { ...own }],
      [partner, { ...partner, user: members.luar.user }],
      [own, { ...partner, user: members.kosong.user }],
    ] as NewInbox['wraps'][]
    const answers = []
    for (const pair of wraps) answers.push(await browsers.pendiri.ask('/api/desk/kotak', foundingBody(pair)))
    expect(answers.map(answer => answer.status)).toEqual([400, 400, 404])
  })

  test('publishes no key until the second founder has approved', async () => {
    const answer = await browsers.pendiri.ask('/api/desk/kotak', foundingBody(made.wraps))
    inbox = String(answer.json.id)
    expect(answer.status).toBe(201)
    expect(await currentKeyList(desk.cms.payload)).toBeNull()
    expect((await browsers.pendiri.ask(`/api/desk/kotak/${inbox}/laporan`)).status).toBe(404)
  })

  test('is refused with 409 for a key that another inbox has', async () => {
    const answer = await browsers.pendiri.ask('/api/desk/kotak', foundingBody(made.wraps))
    expect([answer.status, (answer.json.error as { code: string }).code]).toEqual([409, 'already-there'])
  })

  test('is not approved by its founder, by a stranger, or for another key than the one that was checked', async () => {
    const { recipient } = made
    const path = `/api/desk/kotak/${inbox}/setuju`
    const founder = await browsers.pendiri.ask(path, { recipient })
    const stranger = await browsers.luar.ask(path, { recipient })
    const other = await browsers.rekan.ask(path, { recipient: members.luar.recipient })
    expect([founder.status, stranger.status, other.status]).toEqual([409, 404, 400])
  })

  test('puts the inbox into the pinned key list once the second founder approves', async () => {
    const answer = await browsers.rekan.ask(`/api/desk/kotak/${inbox}/setuju`, { recipient: made.recipient })
    const list = await currentKeyList(desk.cms.payload)
    expect(answer.status).toBe(200)
    expect(list?.inboxes).toEqual([expect.objectContaining({ id: inbox, recipient: made.recipient })])
    expect(readFileSync(pinFile(desk.cms.env), 'utf8').trim()).toBe(list && keyListHash(list))
  })

  test('asks for a new build of the site', async () => {
    const { docs } = await desk.cms.payload.find({ collection: collections.outbox, overrideAccess: true })
    expect(docs.map(row => row.source)).toContain(collections.keyLists)
  })
})

describe('reports', () => {
  beforeAll(async () => {
    report = await storeReport()
  })

  test('are listed sealed: day, size and counts, and nothing of their content', async () => {
    const answer = await browsers.pendiri.ask(`/api/desk/kotak/${inbox}/laporan`)
    expect(answer.json).toEqual({
      reports: [{ id: report, day: '2026-11-20', bucket: 16_384, deleteAfter: null, messages: 1, events: 0 }],
    })
  })

  test('are handed to both founders as sealed files', async () => {
    const answers = [
      await browsers.pendiri.ask(`/api/desk/laporan/${report}`),
      await browsers.rekan.ask(`/api/desk/laporan/${report}`),
    ]
    expect(answers.map(answer => answer.status)).toEqual([200, 200])
    expect(answers[0]?.body).not.toContain('Melati')
  })

  test("are handed over without the reporter's own record", async () => {
    const { docs } = await desk.cms.payload.find({
      collection: 'sealed-messages',
      where: { report: { equals: report } },
      overrideAccess: true,
    })
    const thread = await browsers.pendiri.ask(`/api/desk/laporan/${report}`)
    expect(docs[0]?.record).toMatch(/^YWdl/)
    expect(thread.body).not.toContain(docs[0]?.record)
  })

  test('are as absent for others as what never was, for every address', async () => {
    const missing = '00000000-0000-4000-8000-000000000000'
    const outsiders = [browsers.luar, browsers.kosong]
    const paths = (inboxId: string, reportId: string): [string, unknown][] => [
      [`/api/desk/kotak/${inboxId}/laporan`, undefined],
      [`/api/desk/kotak/${inboxId}/setuju`, { recipient: made.recipient }],
      [`/api/desk/laporan/${reportId}`, undefined],
      [`/api/desk/laporan/${reportId}/jawab`, {}],
      [`/api/desk/laporan/${reportId}/catatan`, {}],
    ]
    for (const browser of outsiders) {
      const real = await Promise.all(paths(inbox, report).map(([path, body]) => browser.ask(path, body)))
      const absent = await Promise.all(paths(missing, missing).map(([path, body]) => browser.ask(path, body)))
      expect(real.map(answer => answer.status)).toEqual([404, 404, 404, 404, 404])
      expect(real.map(answer => answer.body)).toEqual(absent.map(answer => answer.body))
    }
  })

  test('are 401 without a session', async () => {
    expect((await desk.browser().ask(`/api/desk/laporan/${report}`)).status).toBe(401)
  })

  test('take an answer once, and refuse one that is sealed to an older end of the thread', async () => {
    const { message } = await sealReport({
      report: {
        v: 1,
        subject: 'lainnya',
        what: 'x',
        where: '',
        when: '',
        who: '',
        knowledge: 'mendengar',
        language: 'id',
      },
      inbox: { id: inbox, recipient: made.recipient },
      secret: newReceipt(),
    })
    const wire = toWire(message)
    const body = {
      seq: 1,
      sending: base64url(newReceipt()),
      message: { ...wire, reporterKey: wire.inboxKey },
    }
    const path = `/api/desk/laporan/${report}/jawab`
    const first = await browsers.pendiri.ask(path, body)
    const repeated = await browsers.pendiri.ask(path, body)
    const late = await browsers.rekan.ask(path, { ...body, sending: base64url(newReceipt()) })
    const thread = await browsers.pendiri.ask(`/api/desk/laporan/${report}`)
    expect([first.status, repeated.status, late.status]).toEqual([201, 201, 409])
    expect(thread.json.messages).toHaveLength(2)
  })

  test('take events in order; closing sets the day of deletion and reopening takes it back', async () => {
    const path = `/api/desk/laporan/${report}/catatan`
    const sealed = base64url(await seal(pad(new Uint8Array()), [made.recipient]))
    const clear = base64url(Buffer.from('age-encryption.org/v1 catatan terang'))
    expect((await browsers.rekan.ask(path, { seq: 1, sealed: clear, closing: null })).status).toBe(400)
    const close = await browsers.rekan.ask(path, { seq: 1, sealed, closing: 'close' })
    const late = await browsers.pendiri.ask(path, { seq: 1, sealed, closing: null })
    const reopen = await browsers.pendiri.ask(path, { seq: 2, sealed, closing: 'reopen' })
    const inDays = (Date.parse(String(close.json.deleteAfter)) - Date.now()) / 86_400_000
    expect([close.status, late.status, reopen.status]).toEqual([201, 409, 201])
    expect(Math.round(inDays)).toBeGreaterThanOrEqual(89)
    expect(Math.round(inDays)).toBeLessThanOrEqual(91)
    expect(reopen.json.deleteAfter).toBeNull()
  })

  test('refuse bad bodies with 400 and unknown methods with 405', async () => {
    const path = `/api/desk/laporan/${report}`
    const bad = await browsers.pendiri.ask(`${path}/catatan`, {
      seq: 'satu',
      sealed: '<script>',
      closing: 'never',
    })
    const big = await browsers.pendiri.ask(`${path}/catatan`, {
      seq: 3,
      sealed: 'a'.repeat(300_000),
      closing: null,
    })
    const method = await browsers.pendiri.ask(path, undefined, { method: 'DELETE' })
    expect([bad.status, big.status, method.status]).toEqual([400, 413, 405])
  })
})

describe('a further inbox', () => {
  const accounts = ['titipan-satu@uji.example', 'titipan-dua@uji.example']
  let waiting: string
  let recipient: string
  let second: DeskBrowser

  test('of two founders who read none of the open ones is not published by their approval', async () => {
    const own: { browser: DeskBrowser; member: RosterMember; secret: MemberSecret }[] = []
    for (const email of accounts) {
      const user = await makeAccount(desk.cms, email)
      const browser = desk.browser()
      await browser.signIn(email)
      const secret = await newMemberSecret()
      const keys = await memberKeysOf(secret)
      const wrapped = base64url(await wrapMemberSecret(secret, 'frasa uji', 6))
      await browser.ask('/api/desk/kunci', { ...keys, wrapped })
      own.push({ browser, member: { user, name: email, ...keys }, secret })
    }
    const [one, two] = own as [(typeof own)[0], (typeof own)[0]]
    const { phrase: _, ...inboxFiles } = await makeInbox([one.member, two.member], one.secret, 6)
    recipient = inboxFiles.recipient
    second = two.browser
    const body = {
      ...inboxFiles,
      kind: 'petugas',
      name: { id: 'Kotak titipan', en: 'Planted inbox' },
      readers: { id: 'siapa saja', en: 'anyone' },
    }
    waiting = String((await one.browser.ask('/api/desk/kotak', body)).json.id)
    const approved = await second.ask(`/api/desk/kotak/${waiting}/setuju`, { recipient })
    expect(approved.json).toEqual({ state: 'founding' })
    const list = await currentKeyList(desk.cms.payload)
    expect(list?.inboxes.map(one => one.id)).toEqual([inbox])
  })

  test('cannot be vouched for by its founders, nor by a handler who reads none', async () => {
    const path = `/api/desk/kotak/${waiting}/dukung`
    const answers = [await second.ask(path, { recipient }), await browsers.luar.ask(path, { recipient })]
    expect(answers.map(answer => answer.status)).toEqual([404, 404])
    expect((await browsers.luar.ask('/api/desk/saya')).json.waiting).toEqual([])
  })

  test('is published once a reader of an open one vouches for it, who gets no key to it', async () => {
    const { json } = await browsers.rekan.ask('/api/desk/saya')
    expect(json.waiting).toEqual([expect.objectContaining({ id: waiting, founders: accounts.toSorted() })])
    const answer = await browsers.rekan.ask(`/api/desk/kotak/${waiting}/dukung`, { recipient })
    expect(answer.json).toEqual({ state: 'open' })
    const list = await currentKeyList(desk.cms.payload)
    expect(list?.inboxes.map(one => one.id).toSorted()).toEqual([inbox, waiting].toSorted())
    expect((await browsers.rekan.ask(`/api/desk/kotak/${waiting}/laporan`)).status).toBe(404)
  })
})

describe('the key list', () => {
  test('that does not match its pin stops the opening of further inboxes', async () => {
    const second = await makeInbox([members.pendiri, members.luar], secrets.pendiri, 6)
    made = second
    const answer = await browsers.pendiri.ask('/api/desk/kotak', foundingBody(second.wraps))
    const { docs } = await desk.cms.payload.find({
      collection: collections.keyLists,
      sort: '-serial',
      overrideAccess: true,
    })
    const row = docs[0] as unknown as { id: string; list: string }
    await desk.cms.payload.update({
      collection: collections.keyLists,
      id: row.id,
      data: { list: row.list.replace('Kotak uji', 'Kotak lain') },
      overrideAccess: true,
    })
    const approved = await browsers.luar.ask(`/api/desk/kotak/${answer.json.id}/setuju`, {
      recipient: second.recipient,
    })
    expect(approved.status).toBe(409)
    expect((await browsers.luar.ask(`/api/desk/kotak/${answer.json.id}/laporan`)).status).toBe(404)
  })
})
