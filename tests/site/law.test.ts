import { describe, expect, test } from 'vitest'
import { laws } from '#src/content/laws.ts'
import { amendments, ministryRules, namedRules } from '#src/content/ministry-rules.ts'
import { builtFile, builtPages } from '#tests/helpers/built-site.ts'
import { blockTexts } from '#tests/helpers/page-text.ts'

const textOf = (address: string) => {
  const main = builtPages()
    .find(page => page.address === address)
    ?.document.querySelector('main')
  if (!main) throw new Error(`${address} is not built`)
  return blockTexts(main).join('\n')
}
const everyText = () =>
  builtPages().flatMap(({ address, document }) => {
    const main = document.querySelector('main')
    return main ? blockTexts(main).map(text => `${address}: ${text}`) : []
  })

describe('terms and fines, as UU 1/2026 left them', () => {
  test('no page names a minimum term that is gone, or a fine in the old sums', () => {
    const gone = /penjara \d+ sampai \d+ tahun|dipidana \d+ sampai|Rp15 miliar|\d+ (?:to|–) 15 years/i
    expect(everyText().filter(text => gone.test(text))).toEqual([])
    expect(everyText().filter(text => /126 huruf c/.test(text) && /Rp500 juta/.test(text))).toEqual([])
  })

  test('trafficking and smuggling have an upper limit and an alternative fine', () => {
    const text = textOf('/tanda-bahaya/')
    for (const article of ['455', '457']) {
      expect(text).toContain(
        `KUHP Pasal ${article}: penjara paling lama 15 tahun atau denda paling banyak kategori VII`,
      )
    }
  })

  test('officials may be dismissed; no page says that they are', () => {
    const text = everyText().filter(line => /\bdiberhentikan\b/.test(line))
    expect(text).toEqual([])
    expect(textOf('/tanda-bahaya/')).toContain('dapat dikenai pemberhentian tidak dengan hormat')
  })
})

describe('what moved', () => {
  test('refusing exit needs an investigation and prosecution at the request of an official in charge', () => {
    const text = textOf('/paspor-ditolak/')
    expect(text).toContain(
      'diperlukan untuk penyidikan dan penuntutan, atas permintaan pejabat yang berwenang',
    )
    expect(text).toContain('paling lama 6 bulan, dan dapat diperpanjang paling lama 6 bulan')
    expect(text).not.toContain('pemeriksaan perkara')
  })

  test('first aid comes seven days after the request, wherever it is promised', () => {
    const promises = everyText().filter(text => /pertolongan pertama/i.test(text))
    expect(promises.length).toBeGreaterThanOrEqual(3)
    expect(promises.filter(text => !/(?:7|tujuh) hari sesudah permohonan diajukan/.test(text))).toEqual([])
  })

  test('the fee rule of 2020 never stands without that of 2025 and what was not read of it', () => {
    for (const address of ['/jalur-resmi/', '/kampanye/biaya-mana-yang-boleh/']) {
      const text = textOf(address)
      expect(text).toContain('9/2020')
      expect(text).toContain('Permen P2MI 17/2025')
      expect(text).toMatch(/baru membaca Pasal 1|hanya Pasal 1/)
    }
    expect(
      everyText().filter(text => /BP2MI 9\/2020/.test(text) && !/^\/(?:jalur-resmi|kampanye)\//.test(text)),
    ).toEqual([])
  })

  test('the ban for the Middle East is dated wherever it is stated, and formal jobs are set apart', () => {
    for (const address of ['/jalur-resmi/', '/kampanye/visa-ziarah-bukan-visa-kerja/']) {
      const text = textOf(address)
      expect(text).toContain('1 Juli 2015')
      expect(text).toContain('14 Maret 2025')
      expect(text).toContain('20 November 2025')
      expect(text).toMatch(/formal pada perusahaan/)
      expect(text).toContain('semua pekerjaan pada perseorangan')
      expect(text).not.toMatch(/hanya untuk pekerja rumah tangga/)
      expect(text).not.toContain('6 Desember 2024 menyebut')
    }
    for (const address of ['/tanda-bahaya/', '/periksa/aturan/']) {
      expect(textOf(address)).toContain('sampai November 2025 diberitakan belum dicabut')
      expect(textOf(address)).toContain('Berlaku juga bagi sopir atau tukang kebun keluarga')
    }
  })

  test('each regulation of the ministry says what was read of it', () => {
    const text = textOf('/jalur-resmi/')
    for (const rule of ministryRules) expect(text).toContain(`${rule.short}: ${rule.subject}.`)
    expect(text.match(/Belum kami baca\./g)?.length).toBe(ministryRules.filter(rule => !rule.read).length)
  })
})

test('a village whose summary names a law lists it with its review day', () => {
  const pages = builtPages().filter(
    ({ address, document }) =>
      address.startsWith('/desa/') &&
      /\bUU \d+\/\d{4}/.test(
        document.querySelector('meta[name="description"]')?.getAttribute('content') ?? '',
      ),
  )
  expect(pages.map(page => page.address)).toContain('/desa/ngetuk/')
  expect(pages.filter(({ document }) => !document.querySelector('.laws li[id^="hukum-"]'))).toEqual([])
})

test('every list of laws says until when each entry holds', () => {
  const items = builtPages().flatMap(({ document }) => [
    ...document.querySelectorAll('.laws li[id^="hukum-"]'),
  ])
  expect(items.length).toBeGreaterThan(20)
  const bare = items.filter(
    item => !/Ditinjau lagi paling lambat|hukum bisa berubah/.test(item.textContent ?? ''),
  )
  expect(bare.map(item => item.id)).toEqual([])
})

test('every law and regulation that a page names has a review day', () => {
  const known = new Set([
    ...[...Object.values(laws), ...ministryRules, ...namedRules].map(entry => entry.short),
    ...amendments,
    'UU 1/2023',
  ])
  const citation =
    /\b(?:UU|PP|Perpres|Permenkumham|Permenaker|Permenimipas|Kepmenaker|Perban|Peraturan BP2MI|Permen P2MI) \d+\/\d{4}/g
  const named = new Map<string, string>()
  for (const text of everyText()) {
    for (const [law] of text.matchAll(citation)) named.set(law, text.slice(0, 80))
  }
  expect(named.size).toBeGreaterThan(25)
  expect([...named].filter(([law]) => !known.has(law))).toEqual([])
})

test('every law that a page cites is in the list of that page, and every law is cited', () => {
  const cited = new Set<string>()
  for (const { address, document } of builtPages()) {
    for (const link of document.querySelectorAll('a.law')) {
      const target = link.getAttribute('href')?.slice(1) ?? ''
      expect(document.getElementById(target), `${address} ${target}`).not.toBeNull()
      cited.add(target.replace('hukum-', ''))
    }
  }
  expect(Object.keys(laws).filter(id => !cited.has(id))).toEqual([])
})

test('the result of the check carries no overdue note as long as no day has passed', () => {
  expect(builtFile('periksa/hasil.json').toString('utf8')).not.toContain('hukum bisa berubah')
})
