import type { Access } from 'payload'
import { who } from './who.ts'

/** Administrators every account; everyone else their own. */
export const ownAccount: Access = ({ req }) => {
  const person = who(req)
  if (!person) return false
  return person.role === 'admin' ? true : { id: { equals: person.id } }
}
