import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  codeRule,
  forgetTries,
  passwordRule,
  type Reserved,
  releaseTry,
  reserveTry,
  subjectOf,
  takeOnce,
} from '#cms/accounts/tries.ts'
import { buildCmsConfig } from '#cms/build-config.ts'
import { findSecondFactor, findStaffKeys, saveOwnKeys, saveSecondFactor } from '#cms/endpoints/desk-store.ts'
import { migrations } from '#cms/migrations/index.ts'
import { collections } from '#src/slugs.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'

let cms: TestCms
let other: Payload
const minute = 60_000
const many = Array.from({ length: 40 }, (_, index) => index)
/** Every second one in another process. */
const processOf = (index: number) => (index % 2 === 0 ? cms.payload : other)
const rows = async () =>
  (await cms.payload.find({ collection: collections.signInTries, overrideAccess: true, limit: 0 })).docs

beforeAll(async () => {
  cms = await startTestCms()
  const config = await buildCmsConfig(cms.env, { migrations, secret: cms.payload.config.secret })
  other = await getPayload({ config, key: 'another process', disableOnInit: true })
  other.logger.level = 'silent'
})
afterAll(async () => {
  await other.destroy()
  await cms.close()
})

describe('tries', () => {
  test('are five, however many ask at once and in two processes', async () => {
    const asked = many.map(index => reserveTry(processOf(index), 'serentak', passwordRule))
    const given = (await Promise.all(asked)).filter(({ isReserved }) => isReserved)
    expect(given).toHaveLength(5)
  })

  test('that were right are given back, and another may be made', async () => {
    for (const _ of many) {
      const tried = await reserveTry(cms.payload, 'benar', passwordRule)
      await releaseTry(cms.payload, tried as Reserved)
    }
    expect((await reserveTry(cms.payload, 'benar', passwordRule)).isReserved).toBe(true)
  })

  test('of a password come back 15 minutes after the last of five', async () => {
    const now = Date.now()
    const at = (minutes: number) =>
      reserveTry(cms.payload, 'sandi', passwordRule, now + minutes * minute).then(
        ({ isReserved }) => isReserved,
      )
    expect([await at(0), await at(1), await at(2), await at(3), await at(4)]).not.toContain(false)
    expect([await at(5), await at(18)]).toEqual([false, false])
    expect(await at(19)).toBe(true)
  })

  test('of a code pause for 15 minutes, then for twice as long each time, at most a day', async () => {
    let now = Date.now()
    const pauses = []
    for (let round = 0; round < 9; round += 1) {
      for (let count = 0; count < codeRule.perRound; count += 1)
        await reserveTry(cms.payload, 'kode', codeRule, now)
      const { end } = await reserveTry(cms.payload, 'kode', codeRule, now)
      pauses.push((Number(end) - now) / minute)
      now = Number(end)
    }
    expect(pauses).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440])
  })

  test('that are forgotten hold nobody back', async () => {
    for (let count = 0; count < 5; count += 1) await reserveTry(cms.payload, 'lupa', codeRule)
    expect((await reserveTry(cms.payload, 'lupa', codeRule)).isReserved).toBe(false)
    await forgetTries(cms.payload, 'lupa')
    expect((await reserveTry(cms.payload, 'lupa', codeRule)).isReserved).toBe(true)
  })

  test('leave no rows behind when their time is over, whoever asks next', async () => {
    const now = Date.now()
    await reserveTry(cms.payload, 'lama', passwordRule, now - passwordRule.memory)
    await reserveTry(cms.payload, 'baru', passwordRule, now)
    const subjects = (await rows()).map(({ subject }) => subject)
    expect(subjects).toContain('baru')
    expect(subjects).not.toContain('lama')
  })

  test('name nobody: the same e-mail has another name under another secret', () => {
    const secretly = { secret: 'another secret' } as Payload
    const names = [cms.payload, secretly].map(payload => subjectOf(payload, 'password', 'a@uji.example'))
    expect(new Set(names).size).toBe(2)
    expect(names[0]).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('what counts once', () => {
  test('is taken by one of forty who ask at once in two processes, and again when its time is over', async () => {
    const asked = many.map(index => takeOnce(processOf(index), 'sekali', 50))
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1)
    await new Promise(resolve => setTimeout(resolve, 60))
    expect(await takeOnce(cms.payload, 'sekali', 50)).toBe(true)
  })

  test('a second factor, set up by several at once: one of them, and the stored secret is theirs', async () => {
    const secrets = many.map(index => Buffer.alloc(20, index))
    const saved = await Promise.all(
      secrets.map((secret, index) => saveSecondFactor(processOf(index), 'seorang', secret, 7)),
    )
    expect(saved.filter(Boolean)).toHaveLength(1)
    expect((await findSecondFactor(cms.payload, 'seorang'))?.secret).toEqual(secrets[saved.indexOf(true)])
  })

  test("a handler's keys, made in several tabs at once: those of one, and the stored ones are theirs", async () => {
    const keys = many.map(index => ({ recipient: `r${index}`, signer: `s${index}`, wrapped: `w${index}` }))
    const saved = await Promise.all(keys.map((one, index) => saveOwnKeys(processOf(index), 'seorang', one)))
    expect(saved.filter(Boolean)).toHaveLength(1)
    expect(await findStaffKeys(cms.payload, 'seorang')).toMatchObject(keys[saved.indexOf(true)] ?? {})
  })
})
