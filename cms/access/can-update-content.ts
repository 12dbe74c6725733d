import type { Access } from 'payload'
import { who } from './who.ts'

/**
 * Administrators all; publishers and editors what belongs to their office. An editor never sets a published state: what an
 * editor may save is further held by the hook `editorsOnlyDraft`.
 */
export const canUpdateContent: Access = ({ data, req }) => {
  const person = who(req)
  if (!person) return false
  if (person.role === 'admin') return true
  if (!person.office) return false
  if (person.role === 'editor' && data?._status === 'published') return false
  return { office: { equals: person.office } }
}
