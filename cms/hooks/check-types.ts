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

type Sent = {
  fields: readonly FlattenedField[]
  slug: string
  data: unknown
  /** Id of the document that changes. */
  id?: unknown
}

/** The links of `sent` to what is not there, or what the caller may not read. Those that an administrator made before stay. */
async function brokenLinks(links: readonly Link[], sent: Sent, req: PayloadRequest): Promise<Link[]> {
  const unreadable: Link[] = []
  for (const link of links) {
    const { totalDocs } = await req.payload.count({
      collection: link.collection as never,
      where: { id: { equals: link.id } },
      overrideAccess: false,
      req,
    })
    if (totalDocs === 0) unreadable.push(link)
  }
  if (unreadable.length === 0 || typeof sent.id !== 'string') return unreadable
  const current = await req.payload.findByID({
    collection: sent.slug as never,
    id: sent.id,
    depth: 0,
    draft: true,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  const before: Found = { wrong: [], links: [] }
  if (isObject(current)) walk(sent.fields, current, '', before)
  return unreadable.filter(
    ({ collection, id }) => !before.links.some(link => link.collection === collection && link.id === id),
  )
}

/**
 * Refuses values of the wrong type and links to what does not exist for the caller, in drafts too, for which Payload
 * validates nothing.
 * @throws ValidationError (400) naming each field.
 */
export async function checkTypes(sent: Sent, req: PayloadRequest): Promise<void> {
  if (!isObject(sent.data)) return
  const found: Found = { wrong: [], links: [] }
  walk(sent.fields, sent.data, '', found)
  const type = say(req, {
    id: 'Nilai ini bukan jenis yang diminta.',
    en: 'This value is not of the expected type.',
  })
  const missing = say(req, { id: 'Yang ditunjuk tidak ada.', en: 'What this points to does not exist.' })
  const errors: Problem[] = [
    ...found.wrong.map(path => ({ path, message: type })),
    ...(await brokenLinks(found.links, sent, req)).map(({ path }) => ({ path, message: missing })),
  ]
  if (errors.length > 0) throw new ValidationError({ collection: sent.slug, errors }, req.t)
}
