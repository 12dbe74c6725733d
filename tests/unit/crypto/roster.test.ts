import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Identity, newIdentity, type Recipient, recipientOf } from '#src/crypto/age.ts'
import { base64url, mac, utf8 } from '#src/crypto/bytes.ts'
import { type Canonical, canonical } from '#src/crypto/canonical.ts'
import {
  fingerprintOf,
  isFingerprint,
  isSigner,
  type MemberKeys,
  type MemberSecret,
  memberKeysOf,
  newMemberSecret,
  signAs,
} from '#src/crypto/member.ts'
import { openRoster } from '#src/crypto/roster.ts'
import { unusableRecipients } from '#tests/helpers/hostile.ts'

let inbox: Identity
let recipient: Recipient
let founder: MemberSecret
let keys: MemberKeys

/** A body under the MAC that only members can make: what a hostile member may hand to the others. */
const madeByMember = (body: string) => {
  const key = hkdf(sha256, utf8(inbox), utf8('berangkat-aman/meja/v1'), utf8('daftar anggota'), 32)
  return `${base64url(mac(key, utf8(body)))}.${body}`
}
const codeOf = (sealed: string) => {
  try {
    return openRoster(sealed, inbox, recipient).members.length
  } catch (error) {
    return (error as { code?: string }).code
  }
}
const signed = (changes: Record<string, unknown>) => {
  const member = { user: 'a', name: 'a', ...keys, ...changes }
  const roster = { v: 1, inbox: recipient, serial: 1, members: [member] } as unknown as Canonical
  const signature = signAs(founder, 'berangkat-aman/pendirian/v1', canonical(roster))
  return madeByMember(canonical({ ...(roster as Record<string, Canonical>), signature }))
}
/** y = 1 is the neutral point: everything would be signed by it. */
const neutral = base64url(Uint8Array.of(1, ...new Array(31).fill(0)))
const offCurve = base64url(Uint8Array.of(2, ...new Array(31).fill(0)))

beforeAll(async () => {
  inbox = await newIdentity()
  recipient = await recipientOf(inbox)
  founder = await newMemberSecret()
  keys = await memberKeysOf(founder)
})

describe('a roster', () => {
  test('opens when it is sound', () => {
    expect(codeOf(signed({}))).toBe(1)
  })

  test.each(['', '.', 'x', 'A.{}', 'not base64.{}'])('that is %j was made by no member', text => {
    expect(codeOf(text)).toBe('tampered')
  })

  test.each(['', 'x', '[]', 'null', '{"v":1}', '{'])('of a member that holds %j is tampered with', body => {
    expect(codeOf(madeByMember(body))).toBe('tampered')
  })

  test('of a member that names keys which cannot be used is tampered with', () => {
    const signers = [neutral, offCurve, 'A'.repeat(43), `${keys.signer.slice(0, -1)}${'B'}`, '']
    const [, [, lowOrder] = ['', '']] = unusableRecipients(recipient)
    const recipients = ['age1pq1x', lowOrder]
    const codes = [
      ...signers.map(signer => codeOf(signed({ signer }))),
      ...recipients.map(to => codeOf(signed({ recipient: to }))),
    ]
    expect(codes).toEqual(codes.map(() => 'tampered'))
  })
})

describe('a signer', () => {
  test('is a point that only its owner signs for', () => {
    const tried = [
      keys.signer,
      neutral,
      offCurve,
      `${keys.signer}A`,
      keys.signer.slice(1),
      '',
      'é'.repeat(43),
    ]
    expect(tried.map(isSigner)).toEqual([true, false, false, false, false, false, false])
  })

  test('that is none has no fingerprint, and asking throws nothing', () => {
    const heard = fingerprintOf(keys)
    expect(['A', '', neutral].map(signer => isFingerprint(heard, { ...keys, signer }))).toEqual([
      false,
      false,
      false,
    ])
  })
})
