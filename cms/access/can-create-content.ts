import type { Access } from 'payload'
import { who } from './who.ts'

/** Administrators, publishers and editors of an office. An editor's new document is a draft. */
export const canCreateContent: Access = ({ data, req }) => {
  const person = who(req)
  if (!person) return false
  if (person.role === 'admin') return true
  if (person.role === 'editor' && data?._status === 'published') return false
  return person.office !== null
}
