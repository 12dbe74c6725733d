import type { DeskEvent } from '#src/crypto/desk-event.ts'
import { call, DeskError } from './api.ts'
import { today } from './state/case.ts'
import type { SealedThread, Vault } from './vault/protocol.ts'

export type SendEvent = (
  thread: SealedThread,
  event: Pick<DeskEvent, 'kind' | 'text' | 'author'>,
) => Promise<void>

/**
 * Seals and signs an event in the vault and has the server store it. After a broken connection the same event goes out again
 * as exactly the bytes that were perhaps stored, so that none is there twice; another event, or a refusal, drops them.
 */
export function createEventSender(vault: Pick<Vault, 'sealEvent'>): SendEvent {
  let pending: { said: string; body: object } | null = null
  return async (thread, event) => {
    const said = JSON.stringify([thread.id, event.kind, event.text, event.author])
    if (pending?.said !== said) {
      const { seq, sealed } = await vault.sealEvent(thread, { ...event, day: today() })
      const closing = event.kind === 'close' || event.kind === 'reopen' ? event.kind : null
      pending = { said, body: { seq, sealed, closing } }
    }
    try {
      await call(`/api/desk/laporan/${thread.id}/catatan`, pending.body)
    } catch (thrown) {
      if (thrown instanceof DeskError && thrown.code === 'refused') pending = null
      throw thrown
    }
    pending = null
  }
}
