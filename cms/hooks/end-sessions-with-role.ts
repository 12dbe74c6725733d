import type { CollectionBeforeChangeHook } from 'payload'

/** Another role is another door: whoever gets one signs in again, with what that role must show. */
export const endSessionsWithRole: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) =>
  operation === 'update' && data.role !== undefined && data.role !== originalDoc?.role
    ? { ...data, sessions: [] }
    : data
