import type { Payload, PayloadRequest } from 'payload'
import { collections } from '#src/slugs.ts'
import { type MemberRow, recoveryUser } from './desk-members.ts'

/** Somebody who can read an inbox. `signer` is the signing key that the server has of this account. */
export type Reader = { readonly user: string; readonly email: string; readonly signer: string }

/** An inbox with fewer readers than this may lose its reports: administrators and members are told. */
export const readersNeeded = 2

/** Accounts that exist, are handlers' and have keys, by id. */
export async function handlersWithKeys(
  payload: Payload,
  users: readonly string[],
  req?: PayloadRequest,
): Promise<Map<string, Reader>> {
  if (users.length === 0) return new Map()
  const all = { pagination: false, depth: 0, overrideAccess: true, ...(req && { req }) } as const
  const accounts = await payload.find({
    collection: collections.users,
    where: { and: [{ id: { in: [...users] } }, { role: { equals: 'handler' } }] },
    ...all,
  })
  const keys = await payload.find({
    collection: collections.staffKeys,
    where: { user: { in: [...users] } },
    ...all,
  })
  const signers = new Map(
    (keys.docs as unknown as { user: string; recipient?: string | null; signer?: string | null }[])
      .filter(row => row.recipient)
      .map(row => [row.user, row.signer ?? '']),
  )
  return new Map(
    accounts.docs.flatMap(({ id, email }) => {
      const signer = signers.get(id)
      return signer === undefined ? [] : [[id, { user: id, email, signer }] as const]
    }),
  )
}

/**
 * Who can read each inbox today, by the inbox's id: approved members with a sealed copy of its key whose account exists, is
 * a handler's and has keys. Nothing else says who reads: whoever asks, asks here. An inbox that nobody reads is not in the map.
 */
export async function readersByInbox(payload: Payload, req?: PayloadRequest): Promise<Map<string, Reader[]>> {
  const { docs } = await payload.find({
    collection: collections.inboxMembers,
    where: { and: [{ approved: { equals: true } }, { user: { not_equals: recoveryUser } }] },
    select: { inbox: true, user: true, wrapped: true },
    pagination: false,
    depth: 0,
    overrideAccess: true,
    ...(req && { req }),
  })
  const members = docs as unknown as Pick<MemberRow, 'inbox' | 'user' | 'wrapped'>[]
  const rows = members.filter(row => row.wrapped)
  const handlers = await handlersWithKeys(payload, [...new Set(rows.map(row => row.user))], req)
  const readers = new Map<string, Reader[]>()
  for (const { inbox, user } of rows) {
    const reader = handlers.get(user)
    if (reader !== undefined) readers.set(inbox, [...(readers.get(inbox) ?? []), reader])
  }
  return readers
}
