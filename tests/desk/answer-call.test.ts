import { MessageChannel } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { answerCall } from '#desk/vault/answer-call.ts'
import type { Vault, VaultCall } from '#desk/vault/protocol.ts'
import { SealingError } from '#src/crypto/errors.ts'

const deep: unknown = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)
const call = (name: string): VaultCall => ({ id: 7, name: name as keyof Vault, values: [] })

/** What arrives on the other side of a channel that copies, as the one between Worker and page does. */
async function answered(work: () => Promise<unknown>, name = 'newPhrase'): Promise<unknown> {
  const { port1, port2 } = new MessageChannel()
  const arrived = new Promise(resolve => port2.once('message', resolve))
  await answerCall({ newPhrase: work } as unknown as Vault, call(name), answer => port1.postMessage(answer))
  const answer = await arrived
  port1.close()
  return answer
}

test('what the vault says is posted', async () => {
  expect(await answered(async () => ['a'])).toEqual({ id: 7, ok: true, value: ['a'] })
})

test.each([
  ['is nested too deep', deep],
  ['holds a function', { work: () => null }],
])('an answer that %s is posted as a failure', async (_, value) => {
  expect(await answered(async () => value)).toEqual({ id: 7, ok: false, code: 'failed' })
})

test('a refusal is posted by its code', async () => {
  const refuses = async () => {
    throw new SealingError('damaged', 'x')
  }
  expect(await answered(refuses)).toEqual({ id: 7, ok: false, code: 'damaged' })
})

test('a call that the vault does not know is posted as a failure', async () => {
  expect(await answered(async () => null, 'tidakAda')).toEqual({ id: 7, ok: false, code: 'failed' })
})
