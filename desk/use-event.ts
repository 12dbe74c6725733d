import { useState } from 'react'
import type { DeskEvent } from '#src/crypto/desk-event.ts'
import { DeskError } from './api.ts'
import { useDesk } from './desk-context.ts'
import { createEventSender } from './send-event.ts'
import type { SealedThread } from './vault/protocol.ts'

/**
 * Adds an event to a report, then the report is read again. When a colleague was faster, the report is read again too, and the
 * error is thrown on.
 */
export function useEvent(thread: SealedThread, author: string, onChanged: () => Promise<void>) {
  const { vault } = useDesk()
  const [send] = useState(() => createEventSender(vault))
  return async (kind: DeskEvent['kind'], text = ''): Promise<void> => {
    try {
      await send(thread, { kind, text, author })
    } catch (thrown) {
      if (thrown instanceof DeskError && thrown.status === 409) await onChanged()
      throw thrown
    }
    await onChanged()
  }
}
