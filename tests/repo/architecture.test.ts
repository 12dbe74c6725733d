import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFiles, read, root } from '../helpers/files.ts'

const importPattern =
  /(?:^|[\s;{}()])(?:import|export)\s+(?:type\s+)?(?:[\w*\s{},$]+\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g

type Import = { file: string; target: string }

/** Every import of a source file, its target as a path from the root where it is one of ours, else the package's name. */
function importsOf(file: string): Import[] {
  return [...read(file).matchAll(importPattern)].map(match => {
    const name = match[1] ?? match[2] ?? ''
    if (name.startsWith('#')) return { file, target: name.slice(1) }
    if (name.startsWith('.'))
      return { file, target: path.posix.normalize(path.posix.join(path.posix.dirname(file), name)) }
    return { file, target: `package:${name}` }
  })
}

const all = projectFiles(/^(?:src|site|cms|desk)\/.*\.(?:ts|tsx|astro|mjs)$/).flatMap(importsOf)
const from = (folder: string) => all.filter(one => one.file.startsWith(`${folder}/`))
const show = (found: Import[]) => found.map(one => `${one.file} → ${one.target}`)

describe('the arrows between the parts', () => {
  test('finds imports at all', () => {
    expect(all.length).toBeGreaterThan(100)
  })

  test.each([
    ['src', /^(?:site|cms|desk|tests)\/|^package:(?:astro|react|preact|payload|@payloadcms|next|node:)/],
    ['site', /^(?:cms|desk|tests)\/|^package:(?:payload|@payloadcms|next)(?:\/|$)/],
    ['cms', /^(?:site|desk|tests)\/|^package:astro(?:\/|:|$)/],
    ['desk', /^(?:site|cms|tests)\/|^package:(?:payload|@payloadcms|next|astro)(?:\/|:|$)/],
  ])('%s imports nothing that it must not know', (folder, forbidden) => {
    expect(show(from(folder).filter(one => forbidden.test(one.target)))).toEqual([])
  })

  test('only src/crypto imports age-encryption', () => {
    const users = all.filter(
      one => one.target.startsWith('package:age-encryption') && !one.file.startsWith('src/crypto/'),
    )
    expect(show(users)).toEqual([])
  })

  test('only cms/env.ts reads settings; the entry points hand it the environment', () => {
    const entries = ['start', 'dev', 'demo-folder', 'payload.config', 'next.config', 'jobs/end-with-parent']
    const allowed = new Set(['cms/env.ts', ...entries.map(name => `cms/${name}.ts`)])
    const readers = projectFiles(/^cms\/.*\.tsx?$/).filter(file => read(file).includes('process.env'))
    expect(readers.filter(file => !allowed.has(file))).toEqual([])
  })
})

describe('the layout', () => {
  test('has no top-level folder that the design does not name', () => {
    const folders = new Set(projectFiles(/\//).map(file => file.split('/')[0]))
    expect([...folders].sort()).toEqual([
      '.ci',
      'cms',
      'desk',
      'docs',
      'public',
      'site',
      'src',
      'tests',
      'tools',
    ])
  })

  test('no source file is longer than 400 lines', () => {
    const long = projectFiles(/^(?:src|site|cms|desk)\/.*\.(?:tsx?|astro|css)$/)
      .filter(file => !/payload-types|migrations|importMap/.test(file))
      .map(file => `${file}: ${read(file).split('\n').length}`)
      .filter(line => Number(line.split(': ')[1]) > 400)
    expect(long).toEqual([])
  })

  test('no index file only passes on what others export', () => {
    const barrels = projectFiles(/^(?:src|site|cms|desk)\/.*\/index\.tsx?$/).filter(file =>
      read(file)
        .split('\n')
        .filter(line => line.trim())
        .every(line => line.startsWith('export ') && line.includes(' from ')),
    )
    expect(barrels).toEqual([])
  })

  test('every relative link in the documents leads to a file', () => {
    const broken = projectFiles(/^(?:README|CONTRIBUTING|CHANGELOG)\.md$|^docs\/.*\.md$/).flatMap(file =>
      [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(match => path.join(path.dirname(file), match[1] ?? ''))
        .filter(target => !existsSync(path.join(root, target)))
        .map(target => `${file} → ${target}`),
    )
    expect(broken).toEqual([])
  })
})
