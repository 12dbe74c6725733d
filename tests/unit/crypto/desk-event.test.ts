import { describe, expect, test } from 'vitest'
import { type Identity, identityFromSeed, seal } from '#src/crypto/age.ts'
import { fromBase64url, fromHex, utf8 } from '#src/crypto/bytes.ts'
import { canonical } from '#src/crypto/canonical.ts'
import { type DeskEvent, openDeskEvents, sealDeskEvent } from '#src/crypto/desk-event.ts'
import { memberKeysOf, signAs } from '#src/crypto/member.ts'
import { pad } from '#src/crypto/padding.ts'
import vector from '../../fixtures/crypto/desk-event.json' with { type: 'json' }
import format from '../../fixtures/crypto/v1.json' with { type: 'json' }

const member = { identity: identityFromSeed(fromHex(vector.memberSeed)) }
const events = vector.events.map(fromBase64url)
const context = {
  report: vector.report,
  hashes: format.hashes,
  inbox: format.identity as Identity,
  signers: new Map([['anggota', vector.signer]]),
}
const [a = '', b = ''] = format.hashes
const event = (changes: Partial<DeskEvent> = {}): DeskEvent => ({
  v: 2,
  report: vector.report,
  seq: 1,
  previous: '',
  author: 'anggota',
  day: '2026-11-20',
  first: a,
  seen: 2,
  last: b,
  kind: 'close',
  text: '',
  ...changes,
})
const faultOf = async (one: DeskEvent, hashes: readonly (string | null)[] = format.hashes) =>
  (await openDeskEvents([await sealDeskEvent(one, member, format.recipient)], { ...context, hashes }))[0]
    ?.fault

describe('desk events, pinned', () => {
  test('of version 1 are shown as unbound and of version 2 as bound to their content', async () => {
    const found = await openDeskEvents(events, context)
    expect(found.map(({ event: one, fault }) => [one?.v, one?.kind, fault])).toEqual([
      [1, 'take', 'unbound'],
      [2, 'close', null],
    ])
    expect(canonical(found[1]?.event as never)).toBe(vector.body)
  })

  test('are signed by a member whose key and signature come out the same', async () => {
    expect((await memberKeysOf(member)).signer).toBe(vector.signer)
    expect(signAs(member, 'berangkat-aman/catatan-meja/v2', vector.body)).toBe(vector.signature)
  })
})

describe('a desk event', () => {
  test('holds for the thread that its author saw, however it grew', async () => {
    expect(await faultOf(event())).toBeNull()
    expect(await faultOf(event({ seen: 1, last: a }))).toBeNull()
  })

  test('is about another report when the first message is another, or none', async () => {
    expect(await faultOf(event(), [b, b])).toBe('moved')
    expect(await faultOf(event(), [null, b])).toBe('moved')
    expect(await faultOf(event(), [])).toBe('moved')
  })

  test('shows a thread whose last seen message is another one, or is gone', async () => {
    expect(await faultOf(event(), [a, a])).toBe('changed')
    expect(await faultOf(event(), [a])).toBe('changed')
  })

  test('cannot be made without naming content', async () => {
    await expect(faultOf(event({ first: '' }))).rejects.toThrow()
    await expect(faultOf(event({ seen: 0 }))).rejects.toThrow()
  })

  test('of version 2 signed under the label of version 1 is forged', async () => {
    const body = canonical(event())
    const signature = signAs(member, 'berangkat-aman/catatan-meja/v1', body)
    const sealed = await seal(pad(utf8(canonical({ body, signature }))), [format.recipient])
    expect((await openDeskEvents([sealed], context))[0]?.fault).toBe('forged')
  })

  const garbage = [
    '',
    'x',
    '[]',
    '{}',
    '{"body":"x","signature":"x"}',
    '{"body":"{}","signature":"x"}',
    'null',
  ]
  test.each(garbage)('that holds %j is unreadable and throws nothing', async text => {
    const sealed = await seal(pad(utf8(text)), [format.recipient])
    expect(await openDeskEvents([sealed, sealed], context)).toEqual([
      { seq: 1, event: null, fault: 'unreadable' },
      { seq: 2, event: null, fault: 'unreadable' },
    ])
  })
})
