import { type CollectionBeforeValidateHook, ValidationError } from 'payload'
import { say } from './say.ts'

/** A period ends on or after the day on which it starts. */
export const checkPeriod: CollectionBeforeValidateHook = ({ collection, data, originalDoc, req }) => {
  const start = data?.period?.start ?? originalDoc?.period?.start
  const end = data?.period?.end ?? originalDoc?.period?.end
  if (typeof start === 'string' && typeof end === 'string' && Date.parse(start) > Date.parse(end)) {
    const message = say(req, { id: 'Masa berakhir sebelum mulai.', en: 'The period ends before it starts.' })
    throw new ValidationError(
      { collection: collection.slug, errors: [{ path: 'period.end', message }] },
      req.t,
    )
  }
  return data
}
