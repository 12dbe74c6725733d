import { ed25519 } from '@noble/curves/ed25519.js'
import { expect, test } from 'vitest'
import type { Identity } from '#src/crypto/age.ts'
import { fromBase64url, utf8 } from '#src/crypto/bytes.ts'
import { isKeyList, type KeyList, keyListHash, type ListedInbox } from '#src/crypto/key-list.ts'
import { entryText, listWith, mayFollow, signVoucher } from '#src/crypto/list-change.ts'
import first from '../../fixtures/crypto/entry-v1.json' with { type: 'json' }
import vector from '../../fixtures/crypto/voucher-v1.json' with { type: 'json' }

const before = first.list as KeyList
const entry = vector.entry as ListedInbox

test("a voucher's signature, pinned, covers the list in force and the whole entry under a label of its own", () => {
  const said = utf8(`${vector.label}\0${vector.before}\0${vector.entryText}`)
  const { key, signature } = vector.voucher
  expect([keyListHash(before), entryText(entry)]).toEqual([vector.before, vector.entryText])
  expect(ed25519.verify(fromBase64url(signature), said, fromBase64url(key))).toBe(true)
})

test('the same member gives the same voucher, and the list with it has the pinned hash and may follow', async () => {
  const voucher = await signVoucher(before, entry, { identity: first.memberIdentities[0] as Identity })
  const next = listWith(before, { ...entry, voucher })
  expect(voucher).toEqual(vector.voucher)
  expect([keyListHash(next), isKeyList(next), mayFollow(before, next)]).toEqual([vector.listHash, true, true])
})

test('a voucher that is no key and signature in text is in no key list', () => {
  const next = listWith(before, { ...entry, voucher: vector.voucher })
  const bad = [null, 'x', { key: 1, signature: '' }, { key: vector.voucher.key }].map(voucher => ({
    ...next,
    inboxes: next.inboxes.map(one => ({ ...one, voucher })),
  }))
  expect(bad.filter(isKeyList)).toEqual([])
})
