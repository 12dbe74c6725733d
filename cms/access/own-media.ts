import type { Access } from 'payload'
import { who } from './who.ts'

/** Administrators every file; publishers and editors those of their office. */
export const ownMedia: Access = ({ req }) => {
  const person = who(req)
  if (!person) return false
  if (person.role === 'admin') return true
  return person.office ? { office: { equals: person.office } } : false
}
