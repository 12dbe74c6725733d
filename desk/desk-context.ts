import { createContext, useContext } from 'react'
import type { Recipient } from '#src/crypto/age.ts'
import type { KeyList, ListedInbox } from '#src/crypto/key-list.ts'
import type { VaultClient } from './vault/client.ts'

/** An inbox as its member sees it on the server's word; the vault checks what can be checked. */
export type Membership = {
  readonly id: string
  readonly name: string
  readonly readers: string
  readonly kind: 'umum' | 'petugas'
  readonly state: 'founding' | 'open' | 'closed'
  readonly recipient: string
  readonly wrapped: string
  readonly roster: string
  readonly isApproved: boolean
  /** Both founders approved, and a reader of another inbox has yet to vouch for it. */
  readonly needsVoucher: boolean
  /** The recipient that the published key list names for this inbox, null when it names none. */
  readonly listedRecipient: string | null
  /** The database says something else about an open inbox than the key list, whose words are shown. */
  readonly isRowChanged: boolean
  /** What is being founded, with the signatures that stand; null for any other inbox. */
  readonly founding: ListedInbox | null
  /** How many accounts can read it. */
  readonly readerCount: number
}

/** An inbox of others that waits for the word of a reader like this one. */
export type WaitingInbox = Pick<Membership, 'id' | 'name' | 'readers' | 'kind'> & {
  readonly entry: ListedInbox
  readonly founders: readonly string[]
}

/** The signed-in handler, as `GET /api/desk/saya` answers. */
export type Me = {
  readonly user: string
  readonly email: string
  readonly isDemo: boolean
  readonly keys: { readonly recipient: Recipient; readonly signer: string; readonly wrapped: string } | null
  /** The key list in force, null while there is none. */
  readonly list: KeyList | null
  /** Whether the newest list of the database is the pinned one. */
  readonly isListPinned: boolean
  readonly inboxes: readonly Membership[]
  readonly waiting: readonly WaitingInbox[]
}

/** What every screen of the desk may need. */
export type DeskContext = {
  readonly vault: VaultClient
  /** Called when the server says that the session is over. */
  onEnded(): void
  /** Asks the server again what this account reads and whether the key list fits. What is shown stays if it does not answer. */
  refreshMe(): Promise<void>
}

export const DeskContextValue = createContext<DeskContext | null>(null)

/** @throws Error outside the desk. */
export function useDesk(): DeskContext {
  const value = useContext(DeskContextValue)
  if (value === null) throw new Error('useDesk: outside the desk')
  return value
}
