import { expect, test } from 'vitest'
import { projectFiles, read } from '../helpers/files.ts'

test('pages take help lines from one place, which leaves out those that must not be shown', () => {
  const reads = /\b(?:published|getCollection|getEntry)\(\s*['"`]help-lines['"`]/
  const users = projectFiles(/^site\/.*\.(?:ts|tsx|astro)$/).filter(file => reads.test(read(file)))
  expect(users).toEqual(['site/help-lines.ts'])
  expect(read('site/help-lines.ts')).toContain('shownLines(')
})
