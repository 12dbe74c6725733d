import type { Access, Where } from 'payload'
import { who } from './who.ts'

/**
 * Administrators read all; publishers and editors the figures of their office, and of others those that the press published.
 * What another office counted itself may be held from the public as too small, and is held from other offices in the same
 * way: what they may know of it stands on the site.
 */
export const canReadFigures: Access = ({ req }) => {
  const person = who(req)
  if (!person) return false
  if (person.role === 'admin') return true
  const fromPress: Where = {
    and: [{ _status: { equals: 'published' } }, { provenance: { equals: 'pers' } }],
  }
  return person.office ? { or: [fromPress, { office: { equals: person.office } }] } : fromPress
}
