import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#cms/endpoints/desk-transaction.ts'
import { currentKeyList, publishKeyList } from '#cms/endpoints/report-keys.ts'
import { keyListHash, verifyKeyList } from '#src/crypto/key-list.ts'
import { collections } from '#src/slugs.ts'
import { makeInbox, type ReportServer, startReportServer } from './report-server.ts'

let server: ReportServer
beforeAll(async () => {
  server = await startReportServer()
})
afterAll(() => server.close())

const publish = () =>
  inTransaction(server.cms.payload, req =>
    publishKeyList({ payload: server.cms.payload, env: server.cms.env, req }),
  )

describe('the key list', () => {
  test('is null, with no pin, before an inbox was ever opened', async () => {
    expect((await server.get('/api/lapor/kunci')).body).toEqual({ list: null })
    expect(existsSync(server.cms.env.KEYLIST_PIN_FILE)).toBe(false)
  })

  test('holds the open inboxes and is pinned in a file of its own, which only the owner reads', async () => {
    const inbox = await makeInbox(server.cms)
    await makeInbox(server.cms, 'founding')
    const { hash } = await publish()
    const pin = readFileSync(server.cms.env.KEYLIST_PIN_FILE, 'utf8').trim()
    const { list } = (await server.get('/api/lapor/kunci')).body
    expect(pin).toBe(hash)
    expect(statSync(server.cms.env.KEYLIST_PIN_FILE).mode & 0o777).toBe(0o600)
    expect(verifyKeyList(list, pin).inboxes.map(item => item.id)).toEqual([inbox.id])
  })

  test('asks for a build', async () => {
    const where = { source: { equals: collections.keyLists } }
    const { totalDocs } = await server.cms.payload.count({
      collection: collections.outbox,
      where,
      overrideAccess: true,
    })
    expect(totalDocs).toBeGreaterThan(0)
  })

  test('names the one before it', async () => {
    const before = await currentKeyList(server.cms.payload)
    const { list } = await publish()
    expect([list.serial, list.prev]).toEqual([(before?.serial ?? 0) + 1, before && keyListHash(before)])
  })

  test('puts the pin back when asked to undo', async () => {
    const pin = () => readFileSync(server.cms.env.KEYLIST_PIN_FILE, 'utf8')
    const before = pin()
    const failing = inTransaction(server.cms.payload, async req => {
      const { undo } = await publishKeyList({ payload: server.cms.payload, env: server.cms.env, req })
      undo()
      throw new Error('no commit')
    })
    await expect(failing).rejects.toThrow('no commit')
    expect(pin()).toBe(before)
  })

  test('is not replaced when the list in the database is not the pinned one', async () => {
    const before = readFileSync(server.cms.env.KEYLIST_PIN_FILE, 'utf8')
    writeFileSync(server.cms.env.KEYLIST_PIN_FILE, `${'0'.repeat(64)}\n`)
    await expect(publish()).rejects.toThrow('not the pinned one')
    writeFileSync(server.cms.env.KEYLIST_PIN_FILE, before)
  })
})
