import { type FlattenedField, type PayloadRequest, ValidationError } from 'payload'
import { say, type Words } from './say.ts'

/** What is wrong with one field, told by the path of the field. */
export type Problem = { path: string; message: string }
type Form = { slug: string; flattenedFields: readonly FlattenedField[] }

const isWords = (label: unknown): label is Words =>
  typeof label === 'object' && label !== null && 'id' in label && 'en' in label

/** What the form calls the field: `Masa → Mulai`. Rows of a list are not told apart. */
function labelOf(fields: readonly FlattenedField[], path: string, req: PayloadRequest): string {
  const [name, ...rest] = path.split('.').filter(part => !/^\d+$/.test(part))
  const field = fields.find(one => one.name === name)
  const label = field && 'label' in field && isWords(field.label) ? say(req, field.label) : String(name)
  if (rest.length === 0 || !field || !('flattenedFields' in field)) return label
  return `${label} → ${labelOf(field.flattenedFields, rest.join('.'), req)}`
}

/** The refusal (400) of a form, with what its fields are called. */
export function refusal(
  { flattenedFields, slug }: Form,
  problems: readonly Problem[],
  req: PayloadRequest,
): ValidationError {
  const errors = problems.map(problem => ({ ...problem, label: labelOf(flattenedFields, problem.path, req) }))
  return new ValidationError({ collection: slug, errors }, req.t)
}
