import { expect, test } from 'vitest'
import { strangeSigners } from '#desk/state/strange-signers.ts'
import { newIdentity, recipientOf } from '#src/crypto/age.ts'
import type { ListedInbox } from '#src/crypto/key-list.ts'
import { signEntry, withSignatures } from '#src/crypto/list-change.ts'
import { memberKeysOf, newMemberSecret } from '#src/crypto/member.ts'

const people = await Promise.all(
  ['a', 'b', 'c'].map(async user => {
    const secret = await newMemberSecret()
    const keys = await memberKeysOf(secret)
    return { secret, member: { user, name: `${user}@uji.example`, ...keys } }
  }),
)
const bare: ListedInbox = {
  id: 'kotak-1',
  kind: 'umum',
  name: { id: 'Kotak', en: 'Inbox' },
  readers: { id: 'dua penelaah', en: 'two handlers' },
  keyVersion: 1,
  recipient: await recipientOf(await newIdentity()),
}
const signedBy = async (...places: number[]) =>
  withSignatures(
    bare,
    await Promise.all(places.map(place => signEntry(bare, (people[place] as (typeof people)[0]).secret))),
  )
const roster = people.slice(0, 2).map(({ member }) => member)

test('an entry that somebody signed in the place of a founder is known by the roster', async () => {
  expect(strangeSigners(await signedBy(0, 2), roster)).toEqual([people[2]?.member.signer])
})

test('an entry signed by its members, one of them or nobody, or none at all, has no strange signer', async () => {
  const seen = [await signedBy(0, 1), await signedBy(1), bare, undefined].map(entry =>
    strangeSigners(entry, roster),
  )
  expect(seen).toEqual([[], [], [], []])
})
