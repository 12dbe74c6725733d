import { type FlattenedField, type PayloadRequest, ValidationError } from 'payload'
import { toBlocks } from '#cms/fields/body-convert.ts'
import { say } from './say.ts'

type Problem = { path: string; message: string }
type Link = { path: string; collection: string; id: string }
type Found = { wrong: string[]; links: Link[] }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown) => typeof value === 'string' && !value.includes('\0')
const isDate = (value: unknown) =>
  (typeof value === 'string' || value instanceof Date) && !Number.isNaN(new Date(value).getTime())
const each = (value: unknown, hasMany: boolean | undefined, check: (item: unknown) => boolean) =>
  hasMany ? Array.isArray(value) && value.every(check) : check(value)

function isBody(value: unknown): boolean {
  try {
    toBlocks(value)
    return true
  } catch {
    return false
  }
}

function valuesOf(options: readonly (string | { value: string })[]): string[] {
  return options.map(option => (typeof option === 'string' ? option : option.value))
}

/** Whether a value is of the field's type. Emptiness is for Payload's own validation: a draft may lack what a page needs. */
function fits(field: FlattenedField, value: unknown): boolean {
  switch (field.type) {
    case 'text':
      return each(value, field.hasMany, isText)
    case 'textarea':
    case 'email':
      return isText(value)
    case 'number':
      return each(value, field.hasMany, item => Number.isFinite(item))
    case 'checkbox':
      return typeof value === 'boolean'
    case 'date':
      return isDate(value) || value === ''
    case 'select':
      return each(
        value,
        field.hasMany,
        item => item === '' || valuesOf(field.options).includes(item as string),
      )
    case 'richText':
      return isBody(value)
    default:
      return true
  }
}

const idOf = (value: unknown) => (isObject(value) && typeof value.id === 'string' ? value.id : value)

function walk(
  fields: readonly FlattenedField[],
  data: Record<string, unknown>,
  prefix: string,
  found: Found,
): void {
  for (const field of fields) {
    const value = data[field.name]
    const path = `${prefix}${field.name}`
    if (value === undefined || value === null) continue
    if (field.type === 'group' || (field.type === 'tab' && 'name' in field)) {
      if (isObject(value)) walk(field.flattenedFields, value, `${path}.`, found)
      else found.wrong.push(path)
    } else if (field.type === 'array') {
      walkRows(field.flattenedFields, value, path, found)
    } else if (
      (field.type === 'relationship' || field.type === 'upload') &&
      typeof field.relationTo === 'string'
    ) {
      const collection = field.relationTo
      const ids = (field.hasMany && Array.isArray(value) ? value : [value]).map(idOf)
      if (
        (field.hasMany && !Array.isArray(value)) ||
        !ids.every(id => typeof id === 'string' && id.length <= 36)
      )
        found.wrong.push(path)
      else found.links.push(...ids.map(id => ({ path, collection, id: id as string })))
    } else if (!fits(field, value)) {
      found.wrong.push(path)
    }
  }
}

function walkRows(fields: readonly FlattenedField[], value: unknown, path: string, found: Found): void {
  // A form without rows sends their count.
  if (value === 0) return
  if (!Array.isArray(value) || !value.every(isObject)) {
    found.wrong.push(path)
    return
  }
  const ids = value.map(row => row.id).filter(id => id !== undefined && id !== null)
  if (!ids.every(id => typeof id === 'string' && id.length <= 60) || new Set(ids).size < ids.length)
    found.wrong.push(path)
  for (const [index, row] of value.entries()) walk(fields, row, `${path}.${index}.`, found)
}

/**
 * Refuses values of the wrong type and links to what does not exist, in drafts too, for which Payload validates nothing.
 * @throws ValidationError (400) naming each field.
 */
export async function checkTypes(
  fields: readonly FlattenedField[],
  data: unknown,
  slug: string,
  req: PayloadRequest,
): Promise<void> {
  if (!isObject(data)) return
  const found: Found = { wrong: [], links: [] }
  walk(fields, data, '', found)
  const type = say(req, {
    id: 'Nilai ini bukan jenis yang diminta.',
    en: 'This value is not of the expected type.',
  })
  const errors: Problem[] = found.wrong.map(path => ({ path, message: type }))
  for (const { collection, id, path } of found.links) {
    const { totalDocs } = await req.payload.count({
      collection: collection as never,
      where: { id: { equals: id } },
      overrideAccess: true,
      req,
    })
    if (totalDocs === 0)
      errors.push({
        path,
        message: say(req, { id: 'Yang ditunjuk tidak ada.', en: 'What this points to does not exist.' }),
      })
  }
  if (errors.length > 0) throw new ValidationError({ collection: slug, errors }, req.t)
}
