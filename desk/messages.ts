import { DeskError } from './api.ts'
import { texts } from './texts.ts'
import { VaultError } from './vault/vault-error.ts'

/** The text to show for anything that was thrown by the server's answers or by the vault. */
export function messageOf(error: unknown): string {
  if (error instanceof DeskError) return error.message
  if (!(error instanceof VaultError)) return texts.errors.unexpected
  if (error.code === 'wrong-key') return texts.errors.passphrase
  if (error.code === 'locked') return texts.errors.locked
  return error.code === 'failed' ? texts.errors.unexpected : texts.errors.damaged
}
