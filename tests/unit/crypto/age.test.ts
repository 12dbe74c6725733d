import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Identity,
  isRecipient,
  newIdentity,
  open,
  openWithPassphrase,
  type Recipient,
  recipientOf,
  seal,
  sealWithPassphrase,
} from '#src/crypto/age.ts'
import { utf8 } from '#src/crypto/bytes.ts'
import { isAgeFile, KEY_FILE_BYTES, sealedLength } from '#src/crypto/file-shape.ts'
import { rewrapKey } from '#src/crypto/message.ts'
import { edgeRecipients, unusableRecipients } from '#tests/helpers/hostile.ts'
import { newPassphrase, unwrapIdentity, wrapIdentity } from '#src/crypto/wrap.ts'

const runs = { numRuns: process.env.SLOW ? 200 : 15 }
let identity: Identity
let recipient: Recipient
beforeAll(async () => {
  identity = await newIdentity()
  recipient = await recipientOf(identity)
})
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'opened',
    (error: { code?: string }) => error.code,
  )

describe('sealing to recipients', () => {
  test('opens what it sealed, for every content', async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async bytes => {
      expect(await open(await seal(bytes, [recipient]), identity)).toEqual(bytes)
    })
    await fc.assert(property, runs)
  })

  test('refuses a classic recipient, alone or beside a hybrid one', async () => {
    const classic = await identityToRecipient(await generateX25519Identity())
    expect(await codeOf(seal(utf8('x'), [classic]))).toBe('recipient')
    expect(await codeOf(seal(utf8('x'), [recipient, classic]))).toBe('recipient')
  })

  test('refuses an empty list and a recipient with a wrong letter', async () => {
    const wrong = recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q')
    expect(await codeOf(seal(utf8('x'), []))).toBe('recipient')
    expect(isRecipient(wrong)).toBe(false)
  })

  test('says wrong-key to another identity', async () => {
    expect(await codeOf(open(await seal(utf8('x'), [recipient]), await newIdentity()))).toBe('wrong-key')
  })

  test('refuses a file with any one byte flipped', async () => {
    const file = await seal(utf8('isi yang dijaga'), [recipient])
    const property = fc.asyncProperty(
      fc.nat(file.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, mask) => {
        const changed = file.map((byte, index) => (index === at ? byte ^ mask : byte))
        expect(await codeOf(open(changed, identity))).not.toBe('opened')
      },
    )
    await fc.assert(property, runs)
  })

  test('refuses a file cut anywhere', async () => {
    const file = await seal(utf8('isi yang dijaga'), [recipient])
    const property = fc.asyncProperty(fc.nat(file.length - 1), async at => {
      expect(await codeOf(open(file.subarray(0, at), identity))).not.toBe('opened')
    })
    await fc.assert(property, runs)
  })

  test('is plain age: the library opens it without our code', async () => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    expect(await decrypter.decrypt(await seal(utf8('halo'), [recipient]), 'text')).toBe('halo')
  })

  test('has the length that the server expects of it', async () => {
    for (const length of [1, 4096, 65_536, 65_537]) {
      const file = await seal(new Uint8Array(length), [recipient])
      expect([file.length, isAgeFile(file)]).toEqual([sealedLength(length), true])
    }
    expect((await seal(utf8(identity), [recipient])).length).toBe(KEY_FILE_BYTES)
  })
})

describe('a recipient', () => {
  test('of the right form is refused exactly when nothing can be sealed to it', async () => {
    const bad = unusableRecipients(recipient)
    const crafted = [...bad, ...edgeRecipients(recipient)]
    const codes = await Promise.all(crafted.map(([, to]) => codeOf(seal(utf8('x'), [to]))))
    const expected = crafted.map((_, index) => (index < bad.length ? 'recipient' : 'opened'))
    expect(codes).toEqual(expected)
    expect(crafted.map(([, to]) => isRecipient(to))).toEqual(expected.map(code => code === 'opened'))
  })

  test('is refused in any other text without a throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map(text => `age1pq1${text}`),
        ),
        text => {
          expect(isRecipient(text)).toBe(false)
        },
      ),
    )
  })
})

describe('an identity', () => {
  test('that is none opens nothing and says so', async () => {
    const file = await seal(utf8('x'), [recipient])
    const broken = ['AGE-SECRET-KEY-PQ-1', 'AGE-SECRET-KEY-PQ-1QQQQ', 'x', `${identity}Q`]
    expect(await Promise.all(broken.map(one => codeOf(open(file, one))))).toEqual(
      broken.map(() => 'wrong-key'),
    )
  })
})

describe('wrapping an inbox identity', () => {
  test('opens for its member and is the identity of its recipient', async () => {
    const member = await newIdentity()
    const file = await wrapIdentity(identity, await recipientOf(member))
    expect(await unwrapIdentity(file, member, recipient)).toBe(identity)
  })

  test('says tampered when the file holds another identity than the key list names', async () => {
    const member = await newIdentity()
    const file = await wrapIdentity(await newIdentity(), await recipientOf(member))
    expect(await codeOf(unwrapIdentity(file, member, recipient))).toBe('tampered')
  })

  test('moves a key file to another key without touching what is inside', async () => {
    const next = await newIdentity()
    const moved = await rewrapKey(await seal(utf8('kunci'), [recipient]), identity, await recipientOf(next))
    expect(await open(moved, next)).toEqual(utf8('kunci'))
  })
})

describe('sealing with a passphrase', () => {
  test('opens with the passphrase and refuses another', async () => {
    const file = await sealWithPassphrase(utf8('halo'), 'kata sandi', 10)
    expect(await openWithPassphrase(file, 'kata sandi')).toEqual(utf8('halo'))
    expect(await codeOf(openWithPassphrase(file, 'kata lain'))).toBe('wrong-key')
  })

  test('makes passphrases of seven words that differ', () => {
    expect(newPassphrase().split(' ')).toHaveLength(7)
    expect(newPassphrase()).not.toBe(newPassphrase())
  })
})
