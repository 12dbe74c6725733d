import type { VaultAnswer, VaultCall } from './protocol.ts'
import { codeOf, createVault } from './vault.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const vault = createVault()

scope.addEventListener('message', async (message: MessageEvent<VaultCall>) => {
  const { id, name, values } = message.data
  const answer = await (vault[name] as (...given: readonly unknown[]) => Promise<unknown>)(...values).then(
    (value): VaultAnswer => ({ id, ok: true, value }),
    (error: unknown): VaultAnswer => ({ id, ok: false, code: codeOf(error) }),
  )
  scope.postMessage(answer)
})
