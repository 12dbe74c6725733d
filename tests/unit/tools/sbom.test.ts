import { describe, expect, test } from 'vitest'
import { cycloneDx } from '../../../tools/cyclonedx.ts'
import { sbom } from '../../../tools/sbom.ts'
import lock from '../../../package-lock.json' with { type: 'json' }
import manifest from '../../../package.json' with { type: 'json' }

type Locked = { dev?: boolean; devOptional?: boolean; version: string }
const locked = Object.entries(lock.packages as Record<string, Locked>).filter(([place]) => place !== '')
const purl = ([place, { version }]: readonly [string, Locked]) =>
  `pkg:npm/${place.split('node_modules/').at(-1)?.replace('@', '%40')}@${encodeURIComponent(version)}`
const bom = JSON.parse(sbom()) as ReturnType<typeof cycloneDx>
const listed = new Set(bom.components.map(component => component.purl))

describe('the bill of materials', () => {
  test('names every key of dependencies', () => {
    const named = bom.components.map(({ group, name }) => (group ? `${group}/${name}` : name))
    expect(Object.keys(manifest.dependencies).filter(name => !named.includes(name))).toEqual([])
  })

  test('names every package that npm installs for them, of every platform', () => {
    const product = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional).map(purl)
    expect(product.filter(one => !listed.has(one))).toEqual([])
    expect(listed).toContain(product.find(one => one.includes('sharp-win32-x64')))
  })

  test('names nothing that only development needs', () => {
    const product = new Set(locked.filter(([, { dev }]) => !dev).map(purl))
    expect([...listed].filter(one => !product.has(one))).toEqual([])
    const tools = ['@biomejs/biome', '@playwright/test', 'knip', 'typescript', 'vitest']
    const named = bom.components.map(({ group, name }) => (group ? `${group}/${name}` : name))
    expect(tools.filter(name => named.includes(name))).toEqual([])
  })

  test('gives every package a version, a licence and a SHA-512', () => {
    const poor = bom.components.filter(
      ({ hashes, licenses, version }) =>
        !version ||
        licenses.length !== 1 ||
        !/^[\da-f]{128}$/.test(hashes.find(({ alg }) => alg === 'SHA-512')?.content ?? ''),
    )
    expect(poor).toEqual([])
  })

  test('lists each package once and depends on nothing that it does not list', () => {
    expect(bom.components).toHaveLength(listed.size)
    const refs = new Set(bom.dependencies.map(({ ref }) => ref))
    expect(refs.size).toBe(listed.size + 1)
    expect(bom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter(ref => !refs.has(ref))).toEqual([])
  })

  test('is the same bytes for the same lock file', () => {
    expect(sbom()).toBe(sbom())
  })

  test('takes the copy of a package that Node would take', () => {
    const made = cycloneDx(
      {
        lockfileVersion: 3,
        packages: {
          '': { name: 'x', version: '1.0.0', license: 'MIT', dependencies: { a: '1', b: '2' } },
          'node_modules/a': {
            version: '1.0.0',
            integrity: 'sha512-YQ==',
            license: 'MIT',
            dependencies: { b: '1' },
          },
          'node_modules/a/node_modules/b': { version: '1.0.0', integrity: 'sha512-YQ==', license: 'MIT' },
          'node_modules/b': {
            version: '2.0.0',
            integrity: 'sha512-YQ==',
            license: 'MIT',
            peerDependencies: { c: '1' },
            peerDependenciesMeta: { c: { optional: true } },
          },
          'node_modules/c': { version: '1.0.0', integrity: 'sha512-YQ==', license: 'Apache 2.0' },
        },
      },
      () => '',
    )
    expect(made.dependencies).toEqual([
      { ref: 'pkg:npm/x@1.0.0', dependsOn: ['pkg:npm/a@1.0.0', 'pkg:npm/b@2.0.0'] },
      { ref: 'pkg:npm/a@1.0.0', dependsOn: ['pkg:npm/b@1.0.0'] },
      { ref: 'pkg:npm/b@1.0.0', dependsOn: [] },
      { ref: 'pkg:npm/b@2.0.0', dependsOn: [] },
    ])
  })
})
