import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fetchPinned } from '#site/islands/tip/key-list.ts'
import { type KeyList, keyListHash } from '#src/crypto/key-list.ts'
import signed from '../../fixtures/crypto/entry-v1.json' with { type: 'json' }
import vector from '../../fixtures/crypto/v1.json' with { type: 'json' }

let folder: string
let server: Server
let answer: { status: number; list: unknown }
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pinned-'))
  answer = { status: 200, list: vector.keyList }
  server = createServer((_, response) => {
    response.statusCode = answer.status
    response.end(JSON.stringify({ list: answer.list }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true })
})

const build = (pin: string | null) => {
  const file = path.join(folder, 'keylist.pin')
  if (pin !== null) writeFileSync(file, `${pin}\n`)
  return fetchPinned(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, file)
}

describe('the build of the report page', () => {
  test('takes the list that is pinned', async () => {
    expect(await build(vector.keyListHash)).toEqual({ list: vector.keyList, pin: vector.keyListHash })
  })

  test('has no form where no inbox was ever opened', async () => {
    answer.list = null
    expect(await build(null)).toBeNull()
  })

  test('stops when the list is another than the pinned one', async () => {
    await expect(build('0'.repeat(64))).rejects.toThrow('not the one pinned')
  })

  test('stops when an inbox was put into the database without a pin', async () => {
    await expect(build(null)).rejects.toThrow('is missing')
  })

  test('stops when the list was taken out of the database', async () => {
    answer.list = null
    await expect(build(vector.keyListHash)).rejects.toThrow('pins one')
  })

  test('stops when one word of who can read was changed', async () => {
    const [inbox] = vector.keyList.inboxes
    answer.list = { ...vector.keyList, inboxes: [{ ...inbox, readers: { id: 'siapa pun', en: 'anyone' } }] }
    await expect(build(vector.keyListHash)).rejects.toThrow('not the one pinned')
  })

  test('takes signed entries, and stops at a signature that is not one of its entry', async () => {
    const [entry] = signed.list.inboxes
    const readers = { id: 'siapa pun', en: 'anyone' }
    const forged = { ...signed.list, inboxes: [{ ...entry, readers }] }
    answer.list = signed.list
    expect(await build(signed.listHash)).toEqual({ list: signed.list, pin: signed.listHash })
    answer.list = forged
    await expect(build(keyListHash(forged as KeyList))).rejects.toThrow('signature')
  })

  test('stops when the CMS does not answer', async () => {
    answer.status = 503
    await expect(build(vector.keyListHash)).rejects.toThrow('503')
  })
})
