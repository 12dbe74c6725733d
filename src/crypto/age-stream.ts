import { Decrypter, Encrypter } from 'age-encryption'
import { isRecipient } from './age.ts'
import { SealingError } from './errors.ts'

/**
 * Seals a stream to one or more recipients, in 64 KiB steps: an age v1 file that each of them opens alone. For files too large
 * for memory; `seal` does the same for bytes.
 * @throws SealingError `recipient` when the list is empty or holds anything but usable hybrid recipients.
 */
export async function sealStream(
  plaintext: ReadableStream<Uint8Array>,
  recipients: readonly string[],
): Promise<ReadableStream<Uint8Array>> {
  if (recipients.length === 0) throw new SealingError('recipient', 'no recipient')
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    if (!isRecipient(recipient)) throw new SealingError('recipient', 'only age1pq1… recipients are accepted')
    encrypter.addRecipient(recipient)
  }
  return encrypter.encrypt(plaintext)
}

/**
 * Opens an age file as a stream. Nothing that came out counts before the end was reached: a file that was cut is noticed there.
 * @throws SealingError `wrong-key` when none of the identities opens it or one is no hybrid identity, `damaged` when it was
 * cut or changed; also while the stream is read.
 */
export async function openStream(
  file: ReadableStream<Uint8Array>,
  identities: readonly string[],
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter()
  try {
    for (const identity of identities) {
      if (!identity.startsWith('AGE-SECRET-KEY-PQ-1')) throw new TypeError('not a hybrid identity')
      decrypter.addIdentity(identity)
    }
  } catch {
    throw new SealingError('wrong-key', 'not a hybrid identity')
  }
  const plaintext = await decrypter.decrypt(file).catch((error: unknown) => {
    throw refusalOf(error)
  })
  const reader = plaintext.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        controller.error(refusalOf(error))
      }
    },
    cancel: reason => reader.cancel(reason),
  })
}

/** A failure of the disk below keeps its own name. */
function refusalOf(error: unknown): unknown {
  if (error instanceof Error && 'code' in error) return error
  const message = error instanceof Error ? error.message : ''
  return message.includes('no identity matched')
    ? new SealingError('wrong-key', 'not sealed for this key')
    : new SealingError('damaged', 'the file was cut or changed')
}
