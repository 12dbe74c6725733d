import type { Access } from 'payload'
import { who } from './who.ts'

/** Administrators all; publishers and editors the published offices and their own. */
export const canReadOffices: Access = ({ req }) => {
  const person = who(req)
  if (!person) return false
  if (person.role === 'admin') return true
  const published = { _status: { equals: 'published' } }
  return person.office ? { or: [published, { id: { equals: person.office } }] } : published
}
