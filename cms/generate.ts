import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { BasePayload, generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'
import { parseEnv, root } from './env.ts'

const folder = path.join(root, 'cms/migrations')

/** `migrations/index.ts` with extensions and types, as Node's type stripping wants them. */
function writeIndex() {
  const names = readdirSync(folder)
    .filter(name => /^\d.*\.ts$/.test(name))
    .map(name => name.slice(0, -'.ts'.length))
    .sort()
  const imports = names.map(
    (name, index) => `import { down as down${index}, up as up${index} } from './${name}.ts'`,
  )
  const rows = names.map((name, index) => `  { name: '${name}', up: up${index}, down: down${index} },`)
  const type = "import type { Migrations } from '#cms/db/sqlite.ts'"
  writeFileSync(
    path.join(folder, 'index.ts'),
    [type, ...imports, '', 'export const migrations: Migrations = [', ...rows, ']', ''].join('\n'),
  )
}

function mend(file: string) {
  const source = readFileSync(file, 'utf8')
  const typed = source.replace(
    /^import \{ MigrateUpArgs, MigrateDownArgs, sql \}/m,
    'import { type MigrateDownArgs, type MigrateUpArgs, sql }',
  )
  writeFileSync(file, typed)
}

/**
 * Brings what is generated in line with the collections: types, the admin's import map and, with a name as argument, a new
 * SQLite migration. `--initial` makes the first migration anew; only before the first release.
 */
async function main(argument: string | undefined) {
  if (argument === '--initial') {
    for (const name of readdirSync(folder).filter(entry => /^\d/.test(entry))) rmSync(path.join(folder, name))
    writeIndex()
  }
  const { buildCmsConfig } = await import('./build-config.ts')
  const env = parseEnv({ DATABASE_URL: 'file:/nonexistent/generate.db', NODE_ENV: 'development' })
  const config = await buildCmsConfig(env, { migrations: [], secret: 'only while generating' })
  await generateTypes(config, { log: false })
  await generateImportMap(config, { log: false, force: true })
  if (!argument) return

  const payload = await new BasePayload().init({ config, disableDBConnect: true, disableOnInit: true })
  const before = new Set(readdirSync(folder))
  await payload.db.createMigration({
    payload,
    migrationName: argument === '--initial' ? 'initial' : argument,
    forceAcceptWarning: true,
  })
  for (const name of readdirSync(folder).filter(entry => !before.has(entry))) {
    // The first migration keeps one name, however often it is made anew.
    const kept = argument === '--initial' ? name.replace(/^\d+_\d+/, '20261122_000000') : name
    renameSync(path.join(folder, name), path.join(folder, kept))
    if (kept.endsWith('.ts')) mend(path.join(folder, kept))
  }
  writeIndex()
}

await main(process.argv[2])
process.exit(0)
