import type { Access, Where } from 'payload'
import { who } from './who.ts'

/** Administrators read all; publishers and editors what is published and what belongs to their office; nobody else. */
export const canReadContent: Access = ({ req }) => {
  const person = who(req)
  if (!person) return false
  if (person.role === 'admin') return true
  const published: Where = { _status: { equals: 'published' } }
  return person.office ? { or: [published, { office: { equals: person.office } }] } : published
}
