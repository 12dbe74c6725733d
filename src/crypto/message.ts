import { type Identity, newIdentity, open, type Recipient, recipientOf, seal } from './age.ts'
import { base64url, concat, random, sha256Hex, text, utf8 } from './bytes.ts'
import { SealingError } from './errors.ts'
import { authenticate, decodeManifest, encodeManifest, type Manifest, type PartEntry } from './manifest.ts'
import { type Bucket, bucketOf, pad, unpad } from './padding.ts'

/** A message as it is stored and sent: age files only. */
export type SealedMessage = {
  /** The message identity, sealed to the inbox. Small: all that a rotation or a new member has to rewrite. */
  readonly inboxKey: Uint8Array
  /** The message identity, sealed to the reporter; null for what the reporter wrote. */
  readonly reporterKey: Uint8Array | null
  readonly manifest: Uint8Array
  /** In the order of the manifest. */
  readonly parts: readonly Uint8Array[]
}

/** Content before sealing, after opening. */
export type Part = { readonly type: string; readonly bytes: Uint8Array }
export type OpenedMessage = { readonly manifest: Manifest; readonly parts: readonly Part[] }

/** What the author of a message decides; the rest of the manifest follows from the parts. */
export type MessageHeader = Omit<Manifest, 'v' | 'parts' | 'mac'>

/** Content is padded to at least this many bytes, so that a word and a page look alike. */
const LEAST_PART: Bucket = 4096

/**
 * Seals a message: fresh message identity, parts and manifest sealed to it, the identity sealed to those who may read.
 * @param macKey base64url key of the message's direction; null for the report only.
 * @throws SealingError `too-large` for parts past the last bucket, `recipient` for keys that are not hybrid.
 */
export async function sealMessage(input: {
  header: MessageHeader
  parts: readonly Part[]
  inbox: Recipient
  reporter: Recipient | null
  macKey: string | null
}): Promise<SealedMessage> {
  const { header, inbox, reporter, macKey } = input
  const identity = await newIdentity()
  const recipient = await recipientOf(identity)
  const parts: Uint8Array[] = []
  const entries: PartEntry[] = []
  for (const [order, part] of input.parts.entries()) {
    const file = await seal(pad(part.bytes, LEAST_PART), [recipient])
    parts.push(file)
    entries.push({
      id: base64url(random(9)),
      order,
      length: part.bytes.length,
      type: part.type,
      sha256: sha256Hex(file),
    })
  }
  const plain: Manifest = { v: 1, ...header, parts: entries, mac: null }
  const manifest = macKey === null ? plain : authenticate(plain, macKey)
  return {
    inboxKey: await seal(utf8(identity), [inbox]),
    reporterKey: reporter === null ? null : await seal(utf8(identity), [reporter]),
    manifest: await seal(pad(encodeManifest(manifest), LEAST_PART), [recipient]),
    parts,
  }
}

/**
 * Opens a message with the inbox identity (`as: 'inbox'`) or the reporter's (`as: 'reporter'`).
 * Does not check its place in the thread: see `checkThread`.
 * @throws SealingError `wrong-key`, `damaged`, or `tampered` when manifest and parts contradict each other.
 */
export async function openMessage(
  sealed: SealedMessage,
  identity: Identity,
  as: 'inbox' | 'reporter',
): Promise<OpenedMessage> {
  const keyFile = as === 'inbox' ? sealed.inboxKey : sealed.reporterKey
  if (keyFile === null) throw new SealingError('wrong-key', 'not sealed for the reporter')
  const messageIdentity = text(await open(keyFile, identity))
  const manifest = decodeManifest(unpad(await open(sealed.manifest, messageIdentity)))
  if (manifest.parts.length !== sealed.parts.length) throw new SealingError('tampered', 'number of parts')
  const parts: Part[] = []
  for (const [order, entry] of manifest.parts.entries()) {
    const file = sealed.parts[order] as Uint8Array
    if (sha256Hex(file) !== entry.sha256)
      throw new SealingError('tampered', `part ${order}: not the sealed one`)
    const bytes = unpad(await open(file, messageIdentity))
    if (bytes.length !== entry.length) throw new SealingError('tampered', `part ${order}: length`)
    parts.push({ type: entry.type, bytes })
  }
  return { manifest, parts }
}

/** Seals the key file of a message again, for a new key version. Manifest and parts stay as they are. */
export async function rewrapKey(
  keyFile: Uint8Array,
  identity: Identity,
  recipient: Recipient,
): Promise<Uint8Array> {
  return seal(await open(keyFile, identity), [recipient])
}

/**
 * The name of a message in the chain: hex SHA-256 over its manifest file. The manifest holds the hash of every part,
 * so nothing but the key files can change without changing it.
 */
export function messageHash(sealed: Pick<SealedMessage, 'manifest'>): string {
  return sha256Hex(concat(utf8('berangkat-aman/pesan/v1\0'), sealed.manifest))
}

/** Size class that the clear envelope shows: the bucket of all files together. */
export function sizeBucket(sealed: Pick<SealedMessage, 'parts'>): Bucket {
  return bucketOf(sealed.parts.reduce((sum, part) => sum + part.length, 0))
}
