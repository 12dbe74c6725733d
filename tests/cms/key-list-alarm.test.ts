import { writeFileSync } from 'node:fs'
import type { PayloadRequest } from 'payload'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KeyListAlarm } from '#cms/components/KeyListAlarm.tsx'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.close())

const shown = async (language: string) => {
  const req = { payload: cms.payload, i18n: { language } } as unknown as PayloadRequest
  return renderToStaticMarkup(await KeyListAlarm({ req }))
}

test('the dashboard is silent while the key list fits its pin', async () => {
  expect(await shown('id')).toBe('')
})

test('the dashboard tells administrators, in their language, that the key list does not fit its pin', async () => {
  writeFileSync(cms.env.KEYLIST_PIN_FILE, '0'.repeat(64))
  expect(await shown('id')).toContain('tidak cocok dengan sidik yang disematkan')
  expect(await shown('en')).toContain('is not the pinned one')
})
