import { answerCall } from './answer-call.ts'
import type { VaultCall } from './protocol.ts'
import { createVault } from './vault.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const vault = createVault()

scope.addEventListener('message', ({ data }: MessageEvent<VaultCall>) =>
  answerCall(vault, data, answer => scope.postMessage(answer)),
)
// What nobody caught, or a call that could not be read, is an error of the Worker: the page then refuses all that waits.
for (const type of ['unhandledrejection', 'messageerror'])
  scope.addEventListener(type, () => scope.reportError(new Error(type)))
