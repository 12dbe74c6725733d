import type { Access } from 'payload'
import { who } from './who.ts'

/** Administrators every office; publishers and editors change the one they work for. An editor cannot publish it. */
export const ownOffice: Access = ({ data, req }) => {
  const person = who(req)
  if (!person) return false
  if (person.role === 'admin') return true
  if (!person.office) return false
  if (person.role === 'editor' && data?._status === 'published') return false
  return { id: { equals: person.office } }
}
