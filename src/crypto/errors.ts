/**
 * Why a sealed thing was refused.
 * `wrong-key`: intact as far as one can tell, but sealed for another key or passphrase.
 * `damaged`: cut, changed or not in the format. `recipient`: not a hybrid recipient. `tampered`: opens, but contradicts itself.
 */
export type SealingErrorCode = 'wrong-key' | 'damaged' | 'recipient' | 'tampered' | 'too-large'

/** The only error this folder throws on purpose. The message is for developers; people get words by `code`. */
export class SealingError extends Error {
  readonly code: SealingErrorCode
  constructor(code: SealingErrorCode, message: string) {
    super(message)
    this.name = 'SealingError'
    this.code = code
  }
}
