import type { Field } from 'payload'
import { text, textarea } from 'payload/shared'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.close())

/** Fields that Payload adds by itself; what it writes there has a fixed length. */
const own =
  /(?:^payload-.*|\.id|^media\.(?:url|thumbnailURL|filename|mimeType)|^users\.(?:salt|hash|resetPasswordToken))$/

/** Text fields that are checked by Payload's own rule alone, without a longest length. */
function unlimited(fields: readonly Field[], at: string): string[] {
  return fields.flatMap(field => {
    const name = 'name' in field ? `${at}.${field.name}` : at
    const isText = field.type === 'text' || field.type === 'textarea'
    const isChecked = isText && field.validate !== text && field.validate !== textarea
    const here = isText && !isChecked && typeof field.maxLength !== 'number' && !own.test(name) ? [name] : []
    const tabs = field.type === 'tabs' ? field.tabs.flatMap(tab => unlimited(tab.fields, name)) : []
    return [...here, ...('fields' in field ? unlimited(field.fields as Field[], name) : []), ...tabs]
  })
}

it("says of every text how long it may be, so that nothing stops at the framework's 40,000 characters", () => {
  const { collections, globals } = cms.payload.config
  const ours = [...collections.filter(({ slug }) => !slug.startsWith('payload-')), ...globals]
  expect(ours.flatMap(({ fields, slug }) => unlimited(fields, slug))).toEqual([])
  // The walk finds what has no limit.
  expect(unlimited([{ type: 'row', fields: [{ name: 'a', type: 'text', validate: text }] }], 'x')).toEqual([
    'x.a',
  ])
})
