import type { Access, Where } from 'payload'
import { who } from './who.ts'

const ownVersions =
  (path: string): Access =>
  ({ req }) => {
    const person = who(req)
    if (!person) return false
    if (person.role === 'admin') return true
    if (!person.office) return false
    return { [path]: { equals: person.office } } satisfies Where
  }

/** Old versions: administrators all, publishers and editors those of their office. */
export const canReadVersions = ownVersions('version.office')

/** Old versions of the office's own entry. */
export const canReadOfficeVersions = ownVersions('parent')
