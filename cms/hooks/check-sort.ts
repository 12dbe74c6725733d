import { APIError, type FlattenedField, type PayloadRequest } from 'payload'
import { say } from './say.ts'

/** Whether a path of field names goes on behind a link to another document. */
function crossesLink(fields: readonly FlattenedField[], [name, ...rest]: readonly string[]): boolean {
  if (rest.length === 0) return false
  if (name === 'version') return crossesLink(fields, rest)
  const field = fields.find(one => one.name === name)
  const isLink = name === 'parent' || field?.type === 'relationship' || field?.type === 'upload'
  return (
    isLink || (field !== undefined && 'flattenedFields' in field && crossesLink(field.flattenedFields, rest))
  )
}

/**
 * Refuses to sort by a field of a linked document: the order would tell what the caller may not read there.
 * @throws APIError 400 in the caller's language.
 */
export function checkSort(fields: readonly FlattenedField[], sort: unknown, req: PayloadRequest): void {
  const paths = (Array.isArray(sort) ? sort : String(sort ?? '').split(',')).map(path =>
    String(path).replace(/^-/, '').replaceAll('__', '.').split('.'),
  )
  if (!paths.some(path => crossesLink(fields, path))) return
  const message = say(req, {
    id: 'Tidak dapat mengurutkan menurut isi dokumen lain yang ditunjuk.',
    en: 'Sorting by the content of a linked document is not possible.',
  })
  throw new APIError(message, 400, null, true)
}
