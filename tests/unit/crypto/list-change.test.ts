import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Identity, newIdentity, recipientOf } from '#src/crypto/age.ts'
import { fromBase64url, utf8 } from '#src/crypto/bytes.ts'
import { entrySchema } from '#src/crypto/entry-schema.ts'
import { isKeyList, type KeyList, keyListHash, type ListedInbox, nextKeyList } from '#src/crypto/key-list.ts'
import {
  entryText,
  hasOnlyTrueSignatures,
  isSigned,
  listChanges,
  listWith,
  listWithout,
  mayFollow,
  signEntry,
  signersOf,
  signVoucher,
  withSignatures,
} from '#src/crypto/list-change.ts'
import { type MemberSecret, newMemberSecret } from '#src/crypto/member.ts'
import vector from '../../fixtures/crypto/entry-v1.json' with { type: 'json' }

const ids = ['a', 'b', 'c'].map(sign => `${sign.repeat(8)}-0000-4000-8000-000000000000`)
let members: MemberSecret[]
/** For each id: the entry as it is, renamed, and with another key. */
let bare: Record<string, { same: ListedInbox; renamed: ListedInbox; rekeyed: ListedInbox }>

const sign = (entry: ListedInbox, who: readonly MemberSecret[]) =>
  Promise.all(who.map(secret => signEntry(entry, secret))).then(all => withSignatures(entry, all))

beforeAll(async () => {
  members = await Promise.all([newMemberSecret(), newMemberSecret(), newMemberSecret()])
  const rows = ids.map(async id => {
    const same = {
      id,
      kind: 'umum',
      name: { id: 'Kotak', en: 'Inbox' },
      readers: { id: 'dua orang', en: 'two people' },
      keyVersion: 1,
      recipient: await recipientOf(await newIdentity()),
    } as const
    const renamed = { ...same, name: { id: 'Lain', en: 'Other' } }
    const rekeyed = { ...same, keyVersion: 2, recipient: await recipientOf(await newIdentity()) }
    return [id, { same, renamed, rekeyed }] as const
  })
  bare = Object.fromEntries(await Promise.all(rows))
})

describe('format of signed entries, pinned', () => {
  const entry = vector.entry as ListedInbox

  test('covers the whole entry under a label of its own', () => {
    expect(entryText(entry)).toBe(vector.entryText)
    const valid = vector.signatures.map(({ key, signature }) =>
      ed25519.verify(
        fromBase64url(signature),
        utf8(`${vector.label}\0${vector.entryText}`),
        fromBase64url(key),
      ),
    )
    expect(valid).toEqual([true, true])
  })

  test('gives the same signatures to the same members', async () => {
    const secrets = vector.memberIdentities.map(identity => ({ identity: identity as Identity }))
    expect(await Promise.all(secrets.map(secret => signEntry(entry, secret)))).toEqual(vector.signatures)
  })

  test('hashes a list with its signatures, and one without any as before', () => {
    const unsigned = { v: 1 as const, serial: 1, prev: null, inboxes: [entry], signatures: [] }
    expect(keyListHash(vector.list as KeyList)).toBe(vector.listHash)
    expect(keyListHash(unsigned)).toBe(vector.unsignedListHash)
    expect(listWith(null, withSignatures(entry, vector.signatures))).toEqual(vector.list)
  })

  test('takes the entry, and none with another shape', () => {
    const bad = [
      { ...entry, id: 'kotak' },
      { ...entry, id: ids[0]?.replace('-4000-', '-1000-') },
      { ...entry, kind: 'lain' },
      { ...entry, name: { id: 'Kotak ', en: 'Inbox' } },
      { ...entry, name: { id: 'Kotak \u202Ekotak', en: 'Inbox' } },
      { ...entry, name: { id: 'Kotak\u200B', en: 'Inbox' } },
      { ...entry, name: { id: `Kotak${'\u0346'.repeat(7)}`, en: 'Inbox' } },
      { ...entry, readers: { id: 'dua\norang', en: 'two people' } },
      { ...entry, readers: { id: 'dua orang' } },
      { ...entry, keyVersion: 1.5 },
      { ...entry, recipient: 'age1qqqq' },
      { ...entry, more: 1 },
    ]
    expect(entrySchema.safeParse(entry).success).toBe(true)
    expect(bad.filter(one => entrySchema.safeParse(one).success)).toEqual([])
  })
})

describe('signatures of an entry', () => {
  test('stand for nothing once one letter of it is another', async () => {
    const { same, renamed, rekeyed } = bare[ids[0] as string] as (typeof bare)[string]
    const { signatures } = await sign(same, members.slice(0, 2))
    const others = [
      renamed,
      rekeyed,
      { ...same, kind: 'petugas' },
      { ...same, id: ids[1] },
      { ...same, readers: { ...same.readers, en: 'all' } },
    ]
    const moved = others.map(other => ({ ...other, signatures }) as ListedInbox)
    expect(isSigned({ ...same, signatures } as ListedInbox)).toBe(true)
    expect(moved.filter(isSigned)).toEqual([])
    expect(moved.filter(hasOnlyTrueSignatures)).toEqual([])
  })

  test('of one key count once, however often and however it is spelled', async () => {
    const { same } = bare[ids[0] as string] as (typeof bare)[string]
    const one = await signEntry(same, members[0] as MemberSecret)
    // The last character of 43 holds two bits that decode to nothing.
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const other = last[last.indexOf(one.key.at(-1) as string) + 1] as string
    const respelled = { ...one, key: one.key.slice(0, -1) + other }
    expect(signersOf({ ...same, signatures: [one, one, respelled] })).toEqual([one.key])
  })

  test('that are no text, not sorted or twice are not in a key list', async () => {
    const entry = await sign(bare[ids[0] as string]?.same as ListedInbox, members.slice(0, 2))
    const [a, b] = entry.signatures as unknown as [unknown, unknown]
    const list = nextKeyList(null, [entry])
    const bad = [[b, a], [a, a], [{ key: 1, signature: '' }], 'x', null].map(signatures => ({
      ...list,
      inboxes: [{ ...entry, signatures }],
    }))
    expect(isKeyList(list)).toBe(true)
    expect(bad.filter(isKeyList)).toEqual([])
  })
})

type Step = {
  id: number
  what: 'keep' | 'take' | 'add' | 'rename' | 'rekey' | 'old-key'
  by: number
  forged: boolean
}
const step = fc.record<Step>({
  id: fc.nat({ max: 2 }),
  what: fc.constantFrom('keep', 'take', 'add', 'rename', 'rekey', 'old-key'),
  by: fc.nat({ max: 3 }),
  forged: fc.boolean(),
})

/** One entry of the next list and whether it may stand there, told by how it was made. */
async function made(old: ListedInbox | undefined, { id, what, by, forged }: Step) {
  const variants = bare[ids[id] as string] as (typeof bare)[string]
  const fresh = { keep: 'same', take: 'same', add: 'same', rename: 'renamed', rekey: 'rekeyed' } as const
  const entry =
    what === 'old-key' ? { ...variants.rekeyed, keyVersion: 1 } : variants[fresh[what as keyof typeof fresh]]
  const signed = await sign(entry, members.slice(0, by))
  const falsely = forged
    ? withSignatures(signed, [{ key: 'AAAA', signature: 'AAAA' }])
    : by === 0
      ? entry
      : signed
  const isUnchanged = old !== undefined && entryText(old) === entryText(entry)
  const had = old?.signatures?.length ?? 0
  const keepsAll = isUnchanged && had <= by && by <= Math.max(had, 2)
  const isLowered =
    old !== undefined &&
    (entry.keyVersion < old.keyVersion ||
      (old.recipient !== entry.recipient && entry.keyVersion === old.keyVersion))
  const mayStand = !forged && (isUnchanged ? keepsAll : by === 2 && !isLowered)
  return { entry: falsely, mayStand }
}

describe('a list that follows another', () => {
  test('is accepted for exactly the allowed changes', async () => {
    const plan = fc.record({
      start: fc.array(fc.record({ id: fc.nat({ max: 2 }), by: fc.nat({ max: 3 }) }), { maxLength: 3 }),
      steps: fc.array(step, { maxLength: 3 }),
    })
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(plan, async ({ start, steps }) => {
        const olds = new Map<string, ListedInbox>()
        for (const { id, by } of start) {
          const entry = bare[ids[id] as string]?.same as ListedInbox
          olds.set(entry.id, by === 0 ? entry : await sign(entry, members.slice(0, by)))
        }
        const before = nextKeyList(null, [...olds.values()])
        const next = new Map(olds)
        const verdicts = new Map<string, boolean>()
        for (const one of steps) {
          const id = ids[one.id] as string
          const { entry, mayStand } = await made(olds.get(id), one)
          if (one.what === 'take') next.delete(id)
          else next.set(id, entry)
          verdicts.set(id, one.what === 'take' || mayStand)
        }
        const expected = [...verdicts.values()].every(Boolean)
        accepted += Number(expected)
        expect(mayFollow(before, nextKeyList(before, [...next.values()]))).toBe(expected)
      }),
      { numRuns: 120, seed: 20_261_128 },
    )
    expect(accepted).toBeGreaterThan(12)
    expect(accepted).toBeLessThan(108)
  })

  test('names the one before by serial and hash', async () => {
    const entry = await sign(bare[ids[0] as string]?.same as ListedInbox, members.slice(0, 2))
    const before = listWith(null, entry)
    const next = nextKeyList(before, before.inboxes)
    expect([
      mayFollow(null, before),
      mayFollow(before, next),
      mayFollow(before, { ...next, serial: 3 }),
      mayFollow(before, { ...next, prev: '0'.repeat(64) }),
      mayFollow(null, next),
    ]).toEqual([true, true, false, false, false])
  })

  test('does not hold one key under two names, nor entries out of order', async () => {
    const [a, b] = ids.map(id => bare[id]?.same as ListedInbox) as [ListedInbox, ListedInbox]
    const first = await sign(a, members.slice(0, 2))
    const copy = await sign({ ...b, recipient: a.recipient }, members.slice(0, 2))
    const other = await sign(b, members.slice(0, 2))
    const list = nextKeyList(null, [first, other])
    expect([
      mayFollow(null, list),
      mayFollow(null, nextKeyList(null, [first, copy])),
      mayFollow(null, { ...list, inboxes: [other, first] }),
    ]).toEqual([true, false, false])
  })

  test('takes a new entry of two strangers only with the word of a member, for this entry and this list', async () => {
    const [a, b] = ids.map(id => bare[id]?.same as ListedInbox) as [ListedInbox, ListedInbox]
    const strangers = [await newMemberSecret(), await newMemberSecret()]
    const [member, third] = [members[0], members[2]] as [MemberSecret, MemberSecret]
    const before = listWith(null, await sign(a, members.slice(0, 2)))
    const entry = await sign(b, strangers)
    const voucher = await signVoucher(before, entry, member)
    const other = { ...entry, name: { id: 'Lain', en: 'Other' } }
    const refused = [
      entry,
      { ...entry, voucher: await signVoucher(before, entry, strangers[0] as MemberSecret) },
      { ...entry, voucher: await signVoucher(before, entry, third) },
      { ...entry, voucher: { ...(await signVoucher(before, entry, third)), key: voucher.key } },
      { ...entry, voucher: await signVoucher(before, other, member) },
      { ...entry, voucher: await signVoucher(nextKeyList(before, before.inboxes), entry, member) },
      { ...entry, voucher: await signEntry(entry, member) },
    ]
    const follows = (one: ListedInbox) => mayFollow(before, listWith(before, one))
    expect(refused.map(follows)).toEqual(refused.map(() => false))
    expect([{ ...entry, voucher }, await sign(b, [member, third])].map(follows)).toEqual([true, true])
  })

  test('keeps the voucher of an entry as it is, and covers it with its hash', async () => {
    const [a, b] = ids.map(id => bare[id]?.same as ListedInbox) as [ListedInbox, ListedInbox]
    const first = listWith(null, await sign(a, members.slice(0, 2)))
    const entry = await sign(b, [await newMemberSecret(), await newMemberSecret()])
    const voucher = await signVoucher(first, entry, members[0] as MemberSecret)
    const before = listWith(first, { ...entry, voucher })
    const next = (one: ListedInbox) => listWith(before, one)
    expect(keyListHash(next(entry))).not.toBe(keyListHash(next({ ...entry, voucher })))
    expect([entry, { ...entry, voucher }].map(one => mayFollow(before, next(one)))).toEqual([false, true])
  })

  test('takes no third signature, and a changed entry only from two who signed it before', async () => {
    const { same, renamed } = bare[ids[0] as string] as (typeof bare)[string]
    const before = listWith(null, await sign(same, members.slice(0, 2)))
    const next = [
      await sign(same, members),
      await sign(renamed, members),
      await sign(renamed, members.slice(1)),
      await sign(renamed, members.slice(0, 2)),
    ]
    expect(next.map(one => mayFollow(before, listWith(before, one)))).toEqual([false, false, false, true])
  })

  test('is shown whole: what comes, goes, changes, gains a signature and stays', async () => {
    const [a, b, c] = ids.map(id => bare[id] as (typeof bare)[string]) as (typeof bare)[string][]
    const signed = await sign(c?.same as ListedInbox, members.slice(0, 1))
    const before = nextKeyList(null, [a?.same, signed] as ListedInbox[])
    const after = nextKeyList(before, [
      a?.renamed,
      b?.same,
      await sign(signed, members.slice(1, 2)),
    ] as ListedInbox[])
    const kinds = (from: KeyList | null, to: KeyList) => listChanges(from, to).map(one => one.change)
    expect(kinds(before, after)).toEqual(['changed', 'added', 'signed'])
    expect(kinds(before, listWithout(before, new Set([ids[0] as string])))).toEqual(['removed', 'kept'])
    expect(listChanges(before, after)[0]?.before).toEqual(a?.same)
  })
})
