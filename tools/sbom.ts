/** `npm run sbom [-- FILE]`: writes the bill of materials of the product, by default `sbom.cdx.json`. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { cycloneDx } from './cyclonedx.ts'

const root = path.resolve(import.meta.dirname, '..')
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'))

/** Old packages name their licences in a list, which npm does not carry into the lock file. */
const oldPackage = z.object({ licenses: z.array(z.object({ type: z.string() })).min(1) })

/** The bill of materials as the bytes of its file. */
export function sbom(): string {
  const bom = cycloneDx(readJson('package-lock.json'), place =>
    oldPackage
      .parse(readJson(path.join(place, 'package.json')))
      .licenses.map(({ type }) => type)
      .join(' OR '),
  )
  return `${JSON.stringify(bom, null, 2)}\n`
}

if (import.meta.main) {
  const file = path.resolve(process.argv[2] ?? 'sbom.cdx.json')
  const text = sbom()
  writeFileSync(file, text)
  console.log(`${file}: ${JSON.parse(text).components.length} paket (packages)`)
}
