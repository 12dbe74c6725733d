import type { VaultErrorCode } from './protocol.ts'

/** What the vault refused, by code. */
export class VaultError extends Error {
  readonly code: VaultErrorCode
  constructor(code: VaultErrorCode) {
    super(code)
    this.code = code
  }
}
