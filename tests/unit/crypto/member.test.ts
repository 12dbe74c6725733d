import { describe, expect, test } from 'vitest'
import { open, openWithPassphrase } from '#src/crypto/age.ts'
import { fromBase64url, text } from '#src/crypto/bytes.ts'
import { makeInbox } from '#src/crypto/founding.ts'
import {
  fingerprintOf,
  isFingerprint,
  isSignedBy,
  memberKeysOf,
  newMemberSecret,
  signAs,
} from '#src/crypto/member.ts'
import { openRoster } from '#src/crypto/roster.ts'
import { recipientOf, type Identity, identityFromSeed } from '#src/crypto/age.ts'

const known = { identity: identityFromSeed(new Uint8Array(32).fill(7)) }

describe("a handler's keys", () => {
  test('follow from one secret, for ever the same', async () => {
    const keys = await memberKeysOf(known)
    expect(keys.signer).toMatchInlineSnapshot(`"0XPn12vmAg38sWoD1mR40yVPnwnjYZBYH_JEMl1vZkw"`)
    expect(fingerprintOf(keys)).toMatchInlineSnapshot(`"29588 66255 40555 81882 45559 75074"`)
  })
  test('have a fingerprint that covers both halves', async () => {
    const [a, b] = [await memberKeysOf(known), await memberKeysOf(await newMemberSecret())]
    const mixed = [
      { ...a, signer: b.signer },
      { ...a, recipient: b.recipient },
    ]
    expect(mixed.map(keys => isFingerprint(fingerprintOf(a), keys))).toEqual([false, false])
  })
  test('are recognised by a fingerprint typed with or without spaces, and not by a part of it', async () => {
    const keys = await memberKeysOf(known)
    const heard = fingerprintOf(keys)
    const typed = [heard, heard.replaceAll(' ', ''), heard.replaceAll(' ', '-'), heard.slice(0, -1), '']
    expect(typed.map(one => isFingerprint(one, keys))).toEqual([true, true, true, false, false])
  })
  test('sign a message under one label, and nothing else passes', async () => {
    const { signer } = await memberKeysOf(known)
    const signature = signAs(known, 'catatan', 'selesai')
    expect(isSignedBy(signer, 'catatan', 'selesai', signature)).toBe(true)
    expect(isSignedBy(signer, 'catatan', 'selesai.', signature)).toBe(false)
    expect(isSignedBy(signer, 'lain', 'selesai', signature)).toBe(false)
    expect(isSignedBy(signer, 'catatan', 'selesai', 'bukan tanda tangan')).toBe(false)
  })
})

describe('founding an inbox', () => {
  test('seals one and the same key to each founder and to the recovery phrase', async () => {
    const [a, b] = [await newMemberSecret(), await newMemberSecret()]
    const founders = [
      { user: 'a', name: 'a', ...(await memberKeysOf(a)) },
      { user: 'b', name: 'b', ...(await memberKeysOf(b)) },
    ]
    const made = await makeInbox(founders, a, 6)
    const [wrapA, wrapB] = made.wraps.map(wrap => fromBase64url(wrap.wrapped)) as [Uint8Array, Uint8Array]
    const opened = [
      text(await open(wrapA, a.identity)),
      text(await open(wrapB, b.identity)),
      text(await openWithPassphrase(fromBase64url(made.recovery), made.phrase)),
    ] as Identity[]
    expect(new Set(opened).size).toBe(1)
    expect(await recipientOf(opened[0] as Identity)).toBe(made.recipient)
    expect(made.phrase.split(' ')).toHaveLength(6)
    expect(openRoster(made.roster, opened[0] as Identity, made.recipient).members).toEqual(founders)
  })
  test('is refused when somebody else put a key of his own in the place of the one the founder made', async () => {
    const [a, b, server] = [await newMemberSecret(), await newMemberSecret(), await newMemberSecret()]
    const founders = [
      { user: 'a', name: 'a', ...(await memberKeysOf(a)) },
      { user: 'b', name: 'b', ...(await memberKeysOf(b)) },
    ]
    const forged = await makeInbox(founders, server, 6)
    const key = text(await open(fromBase64url(forged.wraps[1]?.wrapped ?? ''), b.identity)) as Identity
    expect(() => openRoster(forged.roster, key, forged.recipient)).toThrow('not signed by its founder')
  })
})
