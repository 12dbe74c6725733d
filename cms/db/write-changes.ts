import { isDeepStrictEqual } from 'node:util'
import type { BaseDatabaseAdapter, CollectionBeforeChangeHook } from 'payload'
import { collections } from '#src/slugs.ts'

declare module 'payload' {
  interface RequestContext {
    /** By account: the fields that the update under way changes. */
    accountChanges?: Map<string, ReadonlySet<string>>
  }
}

/** What only a new password writes. */
const ofPassword = ['hash', 'salt', 'sessions']

/**
 * Notes which fields of an account an update changes; the last of the hooks before a change. Payload writes back the whole
 * account as it was read, and with it a password, role or e-mail that somebody else has replaced since.
 */
export const noteChanges: CollectionBeforeChangeHook = ({ context, data, operation, originalDoc }) => {
  if (operation !== 'update') return data
  const changed = Object.keys(data).filter(name => !isDeepStrictEqual(data[name], originalDoc[name]))
  const own = changed.filter(name => name !== 'hash' && name !== 'salt')
  context.accountChanges ??= new Map()
  context.accountChanges.set(
    String(originalDoc.id),
    new Set([...own, ...(data.password ? ofPassword : []), 'updatedAt']),
  )
  return data
}

type Write = Parameters<BaseDatabaseAdapter['updateOne']>[0]

/** A write of an account with nothing in it but what `noteChanges` noted. Writes of our own say exactly what they mean. */
function narrow(write: Write): Write {
  const id = String(write.id)
  const changes = write.req?.context?.accountChanges
  const names = write.collection === collections.users ? changes?.get(id) : undefined
  if (!names) return write
  changes?.delete(id)
  const data = Object.fromEntries(Object.entries(write.data).filter(([name]) => names.has(name)))
  return { ...write, data }
}

/** The adapter, with updates of accounts that write their changes only. SQLite needs none: its one writer reads in its own turn. */
export function writingChanges<Adapter extends BaseDatabaseAdapter>(adapter: Adapter): Adapter {
  const { updateOne } = adapter
  return Object.assign(adapter, { updateOne: (write: Write) => updateOne.call(adapter, narrow(write)) })
}
