import { z } from 'zod'

const names = z.record(z.string(), z.string()).default({})
const packageSchema = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).default({}),
})
const lockSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), packageSchema),
})
type Package = z.output<typeof packageSchema>
type Packages = Readonly<Record<string, Package>>

const inFolder = 'node_modules/'
const nameOf = (place: string, { name }: Package) =>
  name ?? place.slice(place.lastIndexOf(inFolder) + inFolder.length)

/** Where Node finds `name` from `place`: the nearest `node_modules` on the way up; null where it is not installed. */
function resolve(packages: Packages, place: string, name: string): string | null {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf(inFolder) - 1))) {
    const found = `${from ? `${from}/` : ''}${inFolder}${name}`
    if (packages[found]) return found
    if (from === '') return null
  }
}

/** What a package brings with it on any platform. An optional peer is there only because somebody else asks for it. */
function needsOf(packages: Packages, place: string): string[] {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = packages[
    place
  ] as Package
  const peers = Object.keys(peerDependencies).filter(name => !peerDependenciesMeta[name]?.optional)
  const needs = new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers])
  return [...needs].flatMap(name => resolve(packages, place, name) ?? [])
}

/** Every place of the lock file that the product needs, with what each needs. */
function reach(packages: Packages): Map<string, string[]> {
  const needs = new Map<string, string[]>()
  const open = ['']
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (needs.has(place)) continue
    const own = needsOf(packages, place)
    needs.set(place, own)
    open.push(...own)
  }
  return needs
}

/** Package URL of the npm registry: https://github.com/package-url/purl-spec. The scope's `@` is encoded. */
const purlOf = (name: string, version: string) =>
  `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`

/** Subresource integrity (`sha512-<base64>`) as CycloneDX writes it: the algorithm's name and hex. */
function hashesOf(integrity: string) {
  return integrity.split(' ').map(one => {
    const [algorithm = '', value = ''] = one.split('-', 2)
    return {
      alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
      content: Buffer.from(value, 'base64').toString('hex'),
    }
  })
}

const spdx = /^\(?[\w.+-]+(?: (?:AND|OR|WITH) \(?[\w.+-]+\)?)*\)?$/
const licencesOf = (text: string) => [spdx.test(text) ? { expression: text } : { license: { name: text } }]

function componentOf(place: string, found: Package, licenceOf: (place: string) => string) {
  const name = nameOf(place, found)
  const { integrity, license = licenceOf(place), version } = found
  if (!version || !integrity) throw new Error(`package-lock.json: ${place} has no version or no integrity`)
  const [scope, short] = name.startsWith('@') ? name.split('/', 2) : [undefined, name]
  const purl = purlOf(name, version)
  return {
    type: 'library',
    'bom-ref': purl,
    ...(scope ? { group: scope } : {}),
    name: short ?? name,
    version,
    hashes: hashesOf(integrity),
    licenses: licencesOf(license),
    purl,
  }
}

/**
 * The bill of materials of the product in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/): every package that
 * `dependencies` bring with them on any platform, and none that only development needs. The same lock file gives the same
 * object: no time, no random number.
 *
 * @param lock Content of package-lock.json, version 3.
 * @param licenceOf Licence of the package at a place of the lock file, which the lock file does not name.
 * @throws ZodError where `lock` is something else; Error where a package has no version or no hash.
 */
export function cycloneDx(lock: unknown, licenceOf: (place: string) => string) {
  const { packages } = lockSchema.parse(lock)
  const own = packages[''] as Package
  const needs = reach(packages)
  const refOf = (place: string) => {
    const found = packages[place] as Package
    return purlOf(nameOf(place, found), found.version ?? '')
  }
  const root = purlOf(own.name ?? '', own.version ?? '')
  const components = new Map<string, ReturnType<typeof componentOf>>()
  const edges = new Map<string, Set<string>>()
  for (const [place, needed] of needs) {
    const ref = place === '' ? root : refOf(place)
    if (place !== '') components.set(ref, componentOf(place, packages[place] as Package, licenceOf))
    edges.set(ref, new Set([...(edges.get(ref) ?? []), ...needed.map(refOf)]))
  }
  const sorted = [...components.keys()].sort()
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'pre-build' }],
      component: {
        type: 'application',
        'bom-ref': root,
        name: own.name ?? '',
        version: own.version ?? '',
        licenses: licencesOf(own.license ?? ''),
        purl: root,
      },
    },
    components: sorted.flatMap(ref => components.get(ref) ?? []),
    dependencies: [root, ...sorted].map(ref => ({ ref, dependsOn: [...(edges.get(ref) ?? [])].sort() })),
  }
}
