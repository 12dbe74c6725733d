import type { DeskEvent } from '#src/crypto/desk-event.ts'
import { call, DeskError } from './api.ts'
import { useDesk } from './desk-context.ts'
import { today } from './state/case.ts'
import type { SealedThread } from './vault/protocol.ts'

/**
 * Adds an event to a report: sealed and signed in the vault, stored by the server, then the report is read again.
 * When a colleague was faster, the report is read again too, and the error is thrown on.
 */
export function useEvent(thread: SealedThread, author: string, onChanged: () => Promise<void>) {
  const { vault } = useDesk()
  return async (kind: DeskEvent['kind'], text = ''): Promise<void> => {
    const { seq, sealed } = await vault.sealEvent(thread, { kind, text, day: today(), author })
    const closing = kind === 'close' || kind === 'reopen' ? kind : null
    try {
      await call(`/api/desk/laporan/${thread.id}/catatan`, { seq, sealed, closing })
    } catch (thrown) {
      if (thrown instanceof DeskError && thrown.status === 409) await onChanged()
      throw thrown
    }
    await onChanged()
  }
}
