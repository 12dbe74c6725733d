import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '#cms/env.ts'
import { seed } from '#cms/seed.ts'
import { parsePublic, publicNames } from '#src/content/public-api.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
  await seed(cms.payload)
})
afterAll(() => cms.close())

it.each(publicNames)(
  'what the starting content says about %s comes out of the public API unchanged',
  async name => {
    const file = JSON.parse(readFileSync(path.join(root, 'src/content/seed', `${name}.json`), 'utf8'))
    const response = await cms.rest('GET', `/publik/${name}`)
    expect(parsePublic(name, await response.json())).toEqual(parsePublic(name, file))
  },
)
