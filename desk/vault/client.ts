import type { Vault, VaultAnswer, VaultCall, VaultErrorCode } from './protocol.ts'
import { VaultError } from './vault-error.ts'
import workerAddress from './worker.ts?worker&url'

type Waiting = { resolve(value: unknown): void; reject(error: VaultError): void }

/** A vault in a Worker of its own. `end` ends the Worker and with it every key; waiting calls are refused as `locked`. */
export type VaultClient = Vault & { end(): void }

/** Under the policy of the desk a Worker's address must be a trusted one: this policy knows exactly one. */
function trusted(address: string): string {
  const factory = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  if (factory === undefined) return address
  const policy = factory.createPolicy('meja', { createScriptURL: () => address })
  return policy.createScriptURL('') as unknown as string
}
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): object }
}

let address: string | null = null

const names: readonly (keyof Vault)[] = [
  'newPhrase',
  'makeKeys',
  'unlock',
  'makeInbox',
  'addInbox',
  'readThread',
  'sealAnswer',
  'sealEvent',
  'signEntry',
  'signVoucher',
]

/** Starts a Worker without keys. */
export function startVault(): VaultClient {
  address ??= trusted(workerAddress)
  const worker = new Worker(address, { type: 'module', name: 'vault' })
  const waiting = new Map<number, Waiting>()
  let count = 0
  const endAll = (code: VaultErrorCode) => {
    for (const one of waiting.values()) one.reject(new VaultError(code))
    waiting.clear()
  }
  worker.addEventListener('message', (message: MessageEvent<VaultAnswer>) => {
    const one = waiting.get(message.data.id)
    waiting.delete(message.data.id)
    if (message.data.ok) one?.resolve(message.data.value)
    else one?.reject(new VaultError(message.data.code))
  })
  for (const type of ['error', 'messageerror']) worker.addEventListener(type, () => endAll('failed'))
  const send =
    (name: keyof Vault) =>
    (...values: readonly unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        count += 1
        try {
          worker.postMessage({ id: count, name, values } satisfies VaultCall)
          waiting.set(count, { resolve, reject })
        } catch {
          reject(new VaultError('failed'))
        }
      })
  const calls = Object.fromEntries(names.map(name => [name, send(name)])) as unknown as Vault
  return {
    ...calls,
    end() {
      worker.terminate()
      endAll('locked')
    },
  }
}
