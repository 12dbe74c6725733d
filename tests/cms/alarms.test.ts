import { writeFileSync } from 'node:fs'
import type { PayloadRequest } from 'payload'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EmergencyAlarm } from '#cms/components/EmergencyAlarm.tsx'
import { KeyListAlarm } from '#cms/components/KeyListAlarm.tsx'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.close())

/** What the dashboard shows of an alarm to an administrator who reads `language`. */
async function shown(alarm: (props: { req: PayloadRequest }) => Promise<ReactNode>, language: string) {
  const req = { payload: cms.payload, i18n: { language } } as unknown as PayloadRequest
  return renderToStaticMarkup(await alarm({ req }))
}

describe('where no emergency number is published', () => {
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

  test('the dashboard says so, in the language of the administrator', async () => {
    await add('draf', { tel: '110', _status: 'draft' })
    await add('tanpa-telepon', { url: 'https://polri.go.id/', _status: 'published' })
    await add('kosong', { tel: '', whatsapp: '628111129129', _status: 'published' })
    await add('tanpa-tanggal', { tel: '110', grade: 'C', _status: 'published' })
    await add('cilacap', { tel: '110', areas: [{ code: '33.01' }], _status: 'published' })
    await add('lain', { tel: '137', kind: 'pengaduan', _status: 'published' })
    expect(await shown(EmergencyAlarm, 'id')).toContain('Tidak ada nomor darurat')
    expect(await shown(EmergencyAlarm, 'en')).toContain('no emergency number')
  })

  test('the dashboard is silent once one is', async () => {
    await add('polisi', { tel: '110', _status: 'published' })
    expect(await shown(EmergencyAlarm, 'id')).toBe('')
  })
})

describe('the key list', () => {
  test('leaves the dashboard silent while it fits its pin', async () => {
    expect(await shown(KeyListAlarm, 'id')).toBe('')
  })

  test('that does not fit its pin is told to administrators in their language', async () => {
    writeFileSync(cms.env.KEYLIST_PIN_FILE, '0'.repeat(64))
    expect(await shown(KeyListAlarm, 'id')).toContain('tidak cocok dengan sidik yang disematkan')
    expect(await shown(KeyListAlarm, 'en')).toContain('is not the pinned one')
  })
})
