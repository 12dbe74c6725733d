import { bech32 } from '@scure/base'
import { newIdentity, type Recipient, recipientOf, seal } from '#src/crypto/age.ts'
import { fromHex, sha256Hex, utf8 } from '#src/crypto/bytes.ts'
import type { SealedMessage } from '#src/crypto/message.ts'
import { pad } from '#src/crypto/padding.ts'
import { NOTE_TYPE, REPORT_TYPE } from '#src/crypto/report.ts'

/** What a hostile sender puts into a message: `manifest` is any JSON, sealed as validly as ours. */
export type Hostile = {
  readonly manifest: Readonly<Record<string, unknown>>
  readonly content: unknown
  /** Fields behind those of `content`, as JSON text: they may be what no writer of JSON makes. */
  readonly extra?: string
  /** What the key file holds, in place of the message identity. */
  readonly key?: string
}

/** JSON with sorted keys and no spaces, for values that `canonical` would refuse too. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, item) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )

/** Seals a hostile message to an inbox. `parts` of the manifest, where it says none of its own, fits the content. */
export async function sealHostile(inbox: string, hostile: Hostile): Promise<SealedMessage> {
  const identity = await newIdentity()
  const recipient = await recipientOf(identity)
  const written = sorted(hostile.content)
  const bytes = utf8(hostile.extra === undefined ? written : `${written.slice(0, -1)},${hostile.extra}}`)
  const part = await seal(pad(bytes, 4096), [recipient])
  const type = hostile.manifest.kind === 'laporan' ? REPORT_TYPE : NOTE_TYPE
  const parts = [{ id: 'AAAAAAAAAAAA', order: 0, length: bytes.length, type, sha256: sha256Hex(part) }]
  return {
    inboxKey: await seal(utf8(hostile.key ?? identity), [inbox]),
    reporterKey: null,
    manifest: await seal(pad(utf8(sorted({ parts, ...hostile.manifest })), 4096), [recipient]),
    parts: [part],
  }
}

/** The points of low order on Curve25519, little endian; the last three are other spellings of the first, second and fifth. */
const lowOrder = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
  `${'00'.repeat(31)}80`,
  `01${'00'.repeat(30)}80`,
  `ec${'ff'.repeat(31)}`,
]

const change = (recipient: Recipient, work: (key: Uint8Array) => void): string => {
  const { words } = bech32.decode(recipient, false)
  const key = bech32.fromWords(words)
  work(key)
  return bech32.encode('age1pq', bech32.toWords(key), false)
}

/** Recipients of the right form to which nothing can be sealed, by what is wrong with them. */
export function unusableRecipients(good: Recipient): [string, string][] {
  const points = lowOrder.map((point, index): [string, string] => [
    `point of low order ${index}`,
    change(good, key => key.set(fromHex(point), key.length - 32)),
  ])
  return [
    ...points,
    ['first coefficient 3329', change(good, key => key.set([0x01, ((key[1] ?? 0) & 0xf0) | 0x0d]))],
    ['last coefficient 4095', change(good, key => key.set([(key[1150] ?? 0) | 0xf0, 0xff], 1150))],
  ]
}

/** Recipients at the edge of what is usable. */
export const edgeRecipients = (good: Recipient): [string, string][] => [
  ['as it was made', good],
  ['first coefficient 3328', change(good, key => key.set([0x00, ((key[1] ?? 0) & 0xf0) | 0x0d]))],
  ['the base point', change(good, key => key.set(fromHex(`09${'00'.repeat(31)}`), key.length - 32))],
]
