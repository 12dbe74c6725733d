import { expect, test } from 'vitest'
import { builtPages } from '#tests/helpers/built-site.ts'
import { projectFiles, read } from '#tests/helpers/files.ts'

/** Addresses that a browser test opens and uses, by its own words: see `drives`. */
const driven = (source: string): string[] =>
  [...source.matchAll(/\bdrives\(\s*page,\s*'([^']+)'/g)].map(match => match[1] ?? '')

/** The pages of the countries have one file and one script: one in each language is driven. */
const kind = (address: string) => address.replace(/(?<=\/bantuan\/)[\w-]+(?=\/$)/, '[negara]')

test('every page with a script is used by a browser test on the served build, and no other is named', () => {
  const scripted = builtPages()
    .filter(page => page.document.querySelector('script:not([type="application/ld+json"]), astro-island'))
    .map(page => kind(page.address))
  expect(scripted.length).toBeGreaterThan(5)
  const named = projectFiles(/^tests\/e2e\/.*\.e2e\.ts$/).flatMap(file => driven(read(file)).map(kind))
  expect([...new Set(named)].sort()).toEqual([...new Set(scripted)].sort())
})
