import { expect, it } from 'vitest'
import { helpLineSchema } from '#src/content/settings.ts'
import { freshnessWords, standingWords } from '#site/components/help/freshness.ts'

const today = '2026-11-28'
type Given = Readonly<{
  published?: string
  month?: string
  grade?: 'A' | 'C'
  tel?: string
  body?: 'aplikasi'
  url?: string
}>
const line = ({ published, ...parts }: Given) =>
  helpLineSchema.parse({
    id: 'uji',
    name: { id: 'Uji', en: 'Test' },
    purpose: { id: 'Untuk uji', en: 'For tests' },
    where: 'indonesia',
    tel: null,
    telShown: null,
    whatsapp: null,
    url: null,
    hours: null,
    identity: 'belum-diketahui',
    kind: 'pekerja-migran',
    body: 'bp3mi',
    grade: 'A',
    source: { title: 'Sumber', url: null, published: published ?? null, checked: null, note: null },
    checkedBy: null,
    checked: null,
    ...parts,
  })

it.each([
  [{ published: '2026-11-28' }, null],
  [{ published: '2024-11-29' }, null],
  [{ published: '2024-11-27' }, 'Keterangan lama, dari 27 November 2024.'],
  [{ month: '2015-06' }, 'Keterangan lama, dari Juni 2015.'],
  [{ published: '2026-01-05', grade: 'C' }, 'Belum kami periksa. Keterangan dari 5 Januari 2026.'],
  [{}, 'Tanggal sumber tidak diketahui.'],
  [{ grade: 'C' }, null],
] as const)('says of an office whose entry is %j on 28 November 2026: %s', (parts, words) => {
  expect(freshnessWords(line(parts), today, 'id')).toBe(words)
})

it.each([
  [{ tel: '+62123456', published: '2024-04-17' }, 'Nomor lama, dari 17 April 2024.'],
  [{ url: 'https://example.com', published: '2024-04-17' }, 'Sumber lama, dari 17 April 2024.'],
] as const)('calls a number old, but of an app or a site the source: %j', (parts, words) => {
  expect(standingWords(line(parts), 'lama', 'id')).toBe(words)
})
