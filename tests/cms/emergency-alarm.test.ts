import type { PayloadRequest } from 'payload'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EmergencyAlarm } from '#cms/components/EmergencyAlarm.tsx'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.close())

const shown = async (language: string) => {
  const req = { payload: cms.payload, i18n: { language } } as unknown as PayloadRequest
  return renderToStaticMarkup(await EmergencyAlarm({ req }))
}
const line = {
  name: 'Polisi 110',
  purpose: 'Bahaya',
  where: 'indonesia',
  kind: 'darurat',
  identity: 'belum-diketahui',
  source: { title: 'Sumber uji' },
} as const
const add = (slug: string, parts: object) =>
  cms.payload.create({
    collection: 'help-channels',
    data: { ...line, slug, ...parts } as never,
    overrideAccess: true,
  })

test('the dashboard says that no emergency number is published, in the language of the administrator', async () => {
  await add('draf', { tel: '110', _status: 'draft' })
  await add('tanpa-telepon', { url: 'https://polri.go.id/', _status: 'published' })
  await add('kosong', { tel: '', whatsapp: '628111129129', _status: 'published' })
  await add('tanpa-tanggal', { tel: '110', grade: 'C', _status: 'published' })
  await add('cilacap', { tel: '110', areas: [{ code: '33.01' }], _status: 'published' })
  await add('lain', { tel: '137', kind: 'pengaduan', _status: 'published' })
  expect(await shown('id')).toContain('Tidak ada nomor darurat')
  expect(await shown('en')).toContain('no emergency number')
})

test('the dashboard is silent once one is', async () => {
  await add('polisi', { tel: '110', _status: 'published' })
  expect(await shown('id')).toBe('')
})
