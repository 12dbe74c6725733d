import type { CollectionConfig } from 'payload'
import { Inboxes } from './Inboxes.ts'
import { InboxEvents } from './InboxEvents.ts'
import { InboxMembers } from './InboxMembers.ts'
import { KeyLists } from './KeyLists.ts'
import { SealedMessages } from './SealedMessages.ts'
import { SealedReports } from './SealedReports.ts'
import { SignInTries } from './SignInTries.ts'
import { SpentProofs } from './SpentProofs.ts'
import { StaffKeys } from './StaffKeys.ts'

/** Key material, sealed reports and their traces: no access, no REST, reached only by the tip and desk endpoints. */
export const sealedCollections: CollectionConfig[] = [
  Inboxes,
  KeyLists,
  SealedReports,
  SealedMessages,
  SpentProofs,
  StaffKeys,
  SignInTries,
  InboxMembers,
  InboxEvents,
]
