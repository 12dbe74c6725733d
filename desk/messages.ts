import { DeskError } from './api.ts'
import { texts } from './texts.ts'
import type { VaultErrorCode } from './vault/protocol.ts'
import { VaultError } from './vault/vault-error.ts'

const t = texts.errors
const ofVault: Record<VaultErrorCode, string> = {
  locked: t.locked,
  'wrong-key': t.wrongKey,
  damaged: t.damaged,
  tampered: t.tampered,
  recipient: t.recipient,
  'too-large': t.tooLarge,
  failed: t.unexpected,
}

/** The text to show for anything that was thrown by the server's answers or by the vault. */
export function messageOf(error: unknown): string {
  if (error instanceof DeskError) return error.message
  return error instanceof VaultError ? ofVault[error.code] : t.unexpected
}

/** As `messageOf`, where a passphrase was to open the handler's own key file. */
export function keyFileMessageOf(error: unknown): string {
  if (error instanceof VaultError && error.code === 'wrong-key') return t.passphrase
  return error instanceof VaultError && error.code === 'damaged' ? t.keyFile : messageOf(error)
}

/** Whether everything else would fail too: the session is over, nobody answers, or the keys are gone. */
export function endsAll(error: unknown): boolean {
  if (error instanceof VaultError) return error.code === 'locked'
  return error instanceof DeskError && (error.code === 'ended' || error.code === 'offline')
}
