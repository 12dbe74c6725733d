import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
/** Sizes on paper may differ: the site prints posters, the desk one recovery phrase. */
const onScreen = (file: string) => readFileSync(path.join(root, file), 'utf8').split('@media print')[0] ?? ''
const tokens = (file: string) =>
  [...onScreen(file).matchAll(/^\s*(--[\w-]+): ([^;]+);/gm)]
    .map(([, name, value]) => `${name}: ${value}`)
    .filter(line => !line.startsWith('--font:'))

describe("the desk's look", () => {
  test("has the site's colours, sizes and shapes, in both schemes", () => {
    expect(tokens('desk/styles/tokens.css')).toEqual(tokens('site/styles/tokens.css'))
  })
})
