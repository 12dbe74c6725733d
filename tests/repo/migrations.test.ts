import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '#cms/migrations/index.ts'
import { read, root } from '../helpers/files.ts'

const folder = 'cms/migrations'
const files = readdirSync(path.join(root, folder)).filter(
  name => /\.(?:ts|json)$/.test(name) && name !== 'index.ts',
)
const pinned = new Map(
  read(`${folder}/SHA256SUMS`)
    .trim()
    .split('\n')
    .map(line => [line.slice(66), line.slice(0, 64)] as const),
)

/** SHA-256 of the migrations of the first landed layouts, written a second time: the file beside them is not edited with them. */
const landed = {
  '20261122_000000_initial.json': '0f7174781c27cf6ed4beacd9d3dbcffc56d9e22d24161d0c21ed61bfa5d8440c',
  '20261122_000000_initial.ts': '1614a2ec6a34e051811316f2de04e86227cd183c81947a4bd4805125fa7ccd07',
  '20261128_073333_reports_and_sign_in.json':
    '58a45a3066d16f880f83ee5c4e6b30584b75afc6473db653ec3dd7a4d427cc3d',
  '20261128_073333_reports_and_sign_in.ts':
    '1483473570ffda6cc748039372f076a8e4b837fadef12ac2c66a954e2190cc83',
  '20261128_101139_help_channels.json': '16b652e95bf00b7d7d6f27ddfa1e8634768e47b9f816ecf61e97c81a675ddf42',
  '20261128_101139_help_channels.ts': '75382d84193c33042e0254f08d23fac3fa2c01a690dae111cfb88f8f70c09b3d',
  '20261128_111112_office_contacts.json': '4019dc5883c7c1af2f06d57f1053639773ea38d637591369c9dd893fde19adbf',
  '20261128_111112_office_contacts.ts': 'e6d18eeb8282df5d6f2787b71f0671ac6943d5fe2bbd74ac93d5a16b69d0818d',
  'carry-help-lines.ts': '27506d14e8549706d6d718a9081e3690d52d9418cc0a4fb08e8bdade49d16ba7',
  'help-line-countries.ts': '54502c3aa220d88253088088ffdc8c5094e8dfd9247ab64e072b9d528f8873b5',
  'help-line-guesses.ts': '39ffef5aaa50265cc45d3f35c2952df6876ee5ba1063e9d5611e9de89243eb9e',
}

test('every file of a migration is as it was when it landed', () => {
  const now = files.map(name => [
    name,
    createHash('sha256')
      .update(read(`${folder}/${name}`))
      .digest('hex'),
  ])
  expect(now).toEqual([...pinned].sort())
})

test('the pins of the first landed migrations are what they were', () => {
  expect(Object.fromEntries(pinned)).toMatchObject(landed)
})

test('a migration gets its meaning from its own folder alone', () => {
  const own = /^(?:\.\/[\w-]+\.ts|node:crypto|@payloadcms\/db-(?:sqlite|mongodb))$/
  const foreign = files
    .filter(name => name.endsWith('.ts'))
    .flatMap(name =>
      [...read(`${folder}/${name}`).matchAll(/(?:from|import\() ?'([^']+)'/g)].map(
        ([, target]) => `${name} → ${target}`,
      ),
    )
    .filter(line => !own.test(line.split(' → ')[1] ?? ''))
  expect(foreign).toEqual([])
})

test('migrations run in the order of their names, and each has a snapshot and rows of its layout', () => {
  const names = migrations.map(({ name }) => name)
  const layouts = readdirSync(path.join(root, 'tests/fixtures/layouts')).filter(name => name.endsWith('.sql'))
  expect(names).toEqual(
    files
      .filter(name => /^\d.*\.ts$/.test(name))
      .map(name => name.slice(0, -3))
      .sort(),
  )
  expect(files.filter(name => name.endsWith('.json')).sort()).toEqual(names.map(name => `${name}.json`))
  expect(layouts.sort()).toEqual(names.map(name => `${name}.sql`))
})
