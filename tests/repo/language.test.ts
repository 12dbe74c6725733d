import { describe, expect, test } from 'vitest'
import { resources } from '#src/i18n/t.ts'
import { projectFiles, read } from '../helpers/files.ts'

function keys(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [prefix]
  return Object.entries(value).flatMap(([key, inner]) => keys(inner, prefix ? `${prefix}.${key}` : key))
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

const namespaces = Object.keys(resources.id) as (keyof typeof resources.id)[]

describe('the two languages', () => {
  test.each(namespaces)('have the same keys in %s', namespace => {
    expect(keys(resources.en[namespace]).sort()).toEqual(keys(resources.id[namespace]).sort())
  })

  test.each(namespaces)('have no empty text in %s', namespace => {
    const all = [...texts(resources.id[namespace]), ...texts(resources.en[namespace])]
    expect(all.filter(text => text.trim() === '')).toEqual([])
  })

  test.each(namespaces)('use the same values in %s', namespace => {
    const values = (texts_: string[]) =>
      texts_.map(text => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort())
    expect(values(texts(resources.en[namespace]))).toEqual(values(texts(resources.id[namespace])))
  })
})

/** Words that the design bans from our own text. Titles of sources and reasons as published keep theirs. */
const banned = [
  /\bTK[IW]\b/,
  /\bPMI ilegal\b/i,
  /\bpekerja migran ilegal\b/i,
  /\bTKNP\b/,
  /\b(?:anda|lowongan ini|tawaran ini) (?:dijamin |sudah )?aman\b/i,
]
const asPublished = new Set(['reasonAsPublished', 'title', 'dateAsPublished'])

function ownTexts(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return asPublished.has(key) || /^https?:/.test(value) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(item => ownTexts(item, key))
  if (typeof value !== 'object' || value === null) return []
  const quoted = 'url' in value ? { ...value, note: '' } : value
  return Object.entries(quoted).flatMap(([name, inner]) =>
    ownTexts(inner, name === 'title' && !('url' in value) ? 'heading' : name),
  )
}

/**
 * One word for each thing, as the word list in CONTRIBUTING.md says. `not`: the words that lose; `kept`: where they stay, in
 * names, addresses and identifiers.
 */
const oneWord: readonly { word: string; not: RegExp; kept?: readonly RegExp[] }[] = [
  { word: 'ponsel', not: /\bHP\b|\b(?:handphone|telepon genggam|gawai)\b/ },
  { word: 'server', not: /\bpeladen\b/i },
  {
    word: 'pelindungan',
    not: /\bperlindungan\b/i,
    kept: [
      /lapor\/perlindungan/g,
      /(['"])perlindungan\1/g,
      /\bperlindungan(?:-[a-z]+|:)/g,
      /Perlindungan (?:Saksi dan Korban|(?:Perempuan dan )?Anak|Warga Negara Indonesia|WNI(?: dan BHI)?|Konsumen)/g,
    ],
  },
  {
    word: 'KemenP2MI',
    not: /\b(?:KP2MI|BP2MI|BNP2TKI|Kementerian P2MI)\b/,
    kept: [
      /(?:Peraturan|Perban|Kepala|Keputusan Kepala) BP2MI/g,
      /Permen KP2MI/g,
      /BP2MI: formulir resmi/g,
      /\((?:dulu|formerly) [^)]*\)/g,
    ],
  },
  {
    word: 'penyalur',
    not: /\b(?:calo|sponsor|tekong|makelar)\b|\bagen (?:ilegal|gelap|tanpa izin|liar)\b|\bperusahaan penyalur\b/i,
    kept: [/\([^)]*\bcalo\b[^)]*\)/g, /disebut calo/g],
  },
  { word: 'pembaca laporan', not: /\bpenangan\b(?!@)/i },
  { word: 'Keluar dari laporan', not: /Tutup laporan ini(?!\?)/ },
]
/** The search and the reading of messages know the words that people use instead. */
const knowsMore = /^(?:site\/search\/|src\/risk\/message\/|cms\/payload-types\.ts|cms\/migrations\/)/

function wrongWords(text: string): string[] {
  const shown = text.replace(/https?:\/\/[^\s"'`)<>]+/g, '')
  return oneWord.flatMap(({ word, not, kept = [] }) => {
    const left = kept.reduce((rest, pattern) => rest.replace(pattern, ''), shown)
    const found = not.exec(left)
    return found ? [`"${found[0]}" instead of "${word}"`] : []
  })
}

describe('one word for each thing', () => {
  test('is told apart from names and addresses', () => {
    expect(wrongWords('UU Perlindungan Saksi dan Korban, /lapor/perlindungan/')).toEqual([])
    expect(wrongWords('Titip HP pada calo')).toHaveLength(2)
  })

  test('in the texts of the interface', () => {
    const all = namespaces.flatMap(namespace =>
      [resources.id[namespace], resources.en[namespace]].flatMap(texts).flatMap(text => {
        const wrong = wrongWords(text)
        return wrong.length > 0 ? [`${namespace}: ${text} ${wrong.join(', ')}`] : []
      }),
    )
    expect(all).toEqual([])
  })

  test('in pages, desk, CMS, laws and signs, and in the guide for those who read reports', () => {
    const files = projectFiles(
      /^(?:(?:site|desk|cms)\/.*\.(?:astro|tsx?)|src\/(?:content|risk)\/.*\.ts|docs\/operators\.md)$/,
    ).filter(file => !knowsMore.test(file))
    expect(files.length).toBeGreaterThan(200)
    const found = files.flatMap(file => {
      const lines = read(file).split('\n')
      return lines.flatMap((line, index) => wrongWords(line).map(wrong => `${file}:${index + 1} ${wrong}`))
    })
    expect(found).toEqual([])
  })

  test('in the starting content', () => {
    const found = projectFiles(/^src\/content\/seed\/.*\.json$/).flatMap(file =>
      ownTexts(JSON.parse(read(file))).flatMap(text =>
        wrongWords(text === 'perlindungan' ? '' : text).map(wrong => `${file}: ${text} ${wrong}`),
      ),
    )
    expect(found).toEqual([])
  })
})

/** Blame, and fear of oneself, in Indonesian and English. The reader was deceived; nothing is their fault. */
const blaming =
  /merugikan (?:diri )?(?:Anda )?sendiri|Anda sendiri (?:dihukum|yang salah)|(?:salah|kesalahan) Anda sendiri|jangan (?:mudah|gampang) (?:percaya|tergiur)|ceroboh|mudah tergiur|\bnekat\b|harms you yourself|punished yourself|your own fault/i

test('no text blames the reader', () => {
  const interfaceTexts = namespaces.flatMap(namespace =>
    [resources.id[namespace], resources.en[namespace]].flatMap(texts),
  )
  const pages = projectFiles(/^site\/.*\.(?:astro|tsx)$/).map(read)
  const content = projectFiles(/^src\/content\/seed\/.*\.json$/).flatMap(file =>
    ownTexts(JSON.parse(read(file))),
  )
  expect([...interfaceTexts, ...pages, ...content].filter(text => blaming.test(text))).toEqual([])
})

describe('our own words', () => {
  test('avoid the banned terms in the texts of the interface', () => {
    const all = namespaces.flatMap(namespace => [
      ...texts(resources.id[namespace]),
      ...texts(resources.en[namespace]),
    ])
    expect(all.filter(text => banned.some(word => word.test(text)))).toEqual([])
  })

  test('avoid the banned terms in pages and components', () => {
    const found = projectFiles(/^(?:site|desk|cms)\/.*\.(?:astro|tsx)$/).filter(file =>
      banned.some(word => word.test(read(file))),
    )
    expect(found).toEqual([])
  })

  test('avoid the banned terms in the starting content', () => {
    const found = projectFiles(/^src\/content\/seed\/.*\.json$/).flatMap(file =>
      ownTexts(JSON.parse(read(file)))
        .filter(text => banned.some(word => word.test(text)))
        .map(text => `${file}: ${text}`),
    )
    expect(found).toEqual([])
  })
})
