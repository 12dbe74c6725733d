import { type CollectionBeforeChangeHook, Forbidden } from 'payload'
import { who } from '#cms/access/who.ts'

/**
 * What publishers and editors make belongs to their office, whatever the request says; and no path of Payload publishes for
 * an editor.
 */
export const keepOwnOffice: CollectionBeforeChangeHook = ({ collection, context, data, operation, req }) => {
  const person = who(req)
  if (!req.user || person?.role === 'admin') return data
  if (!person) throw new Forbidden(req.t)
  // A restore carries the old version's state here and becomes a draft afterwards (`editorsOnlyDraft`).
  const isRestoring = context.isRestoringVersion === true
  if (person.role === 'editor' && data._status === 'published' && !isRestoring) throw new Forbidden(req.t)
  const hasOffice = collection.flattenedFields.some(field => field.name === 'office')
  return operation === 'create' && hasOffice ? { ...data, office: person.office } : data
}
