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
