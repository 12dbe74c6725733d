import type { Vault, VaultAnswer, VaultCall } from './protocol.ts'
import { codeOf } from './vault.ts'

/**
 * Does what a call asks and posts the answer. Exactly one is posted whatever happens: a value that cannot be posted becomes
 * a failure, since a call without an answer would hold up everything behind it.
 */
export async function answerCall(
  vault: Vault,
  { id, name, values }: VaultCall,
  post: (answer: VaultAnswer) => void,
): Promise<void> {
  try {
    const value = await (vault[name] as (...given: readonly unknown[]) => Promise<unknown>)(...values)
    post({ id, ok: true, value })
  } catch (error) {
    post({ id, ok: false, code: codeOf(error) })
  }
}
