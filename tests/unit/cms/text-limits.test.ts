import { cmsCollections, cmsGlobals } from '#cms/collections.ts'
import { parseEnv } from '#cms/env.ts'
import type { Field } from 'payload'
import { expect, it } from 'vitest'

/** Text fields without a longest length and without a check of their own: the framework's default would hold for them. */
function unlimited(fields: readonly Field[], at: string): string[] {
  return fields.flatMap(field => {
    const name = 'name' in field ? `${at}.${field.name}` : at
    const isText = field.type === 'text' || field.type === 'textarea' || field.type === 'code'
    const isLimited = isText && (typeof field.validate === 'function' || 'maxLength' in field)
    const tabs = field.type === 'tabs' ? field.tabs.flatMap(tab => unlimited(tab.fields, name)) : []
    const inner = 'fields' in field ? unlimited(field.fields as Field[], name) : []
    return [...(isText && !isLimited ? [name] : []), ...inner, ...tabs]
  })
}

it("says of every text how long it may be, so that nothing stops at the framework's 40,000 characters", () => {
  const all = [...cmsCollections(parseEnv({ NODE_ENV: 'test' })), ...cmsGlobals]
  expect(all.flatMap(({ fields, slug }) => unlimited(fields, slug))).toEqual([])
  // The walk finds what has no limit, also within other fields.
  expect(unlimited([{ type: 'row', fields: [{ name: 'a', type: 'text' }] }], 'x')).toEqual(['x.a'])
})
