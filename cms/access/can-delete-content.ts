import type { Access } from 'payload'
import { who } from './who.ts'

/** Administrators all; publishers what belongs to their office; editors only drafts of their office that are not published. */
export const canDeleteContent: Access = ({ req }) => {
  const person = who(req)
  if (!person) return false
  if (person.role === 'admin') return true
  if (!person.office) return false
  const own = { office: { equals: person.office } }
  return person.role === 'publisher' ? own : { and: [own, { _status: { not_equals: 'published' } }] }
}
