import { expect, test } from 'vitest'
import { projectFiles } from '#tests/helpers/files.ts'
import { sitePages } from '#tests/helpers/site-pages.ts'

/** The addresses that a page's file answers, `[slug]` for any one part. */
const answers = (file: string) => {
  const route = file.replace(/^site\/pages\//, '').replace(/(?:\/?index)?\.astro$/, '')
  return new RegExp(`^/${route.replace(/\[[^\]]+\]/g, '[\\w-]+')}${route ? '/' : ''}$`)
}

test('the list of page types that browser tests walk has one page at least of every file of pages', () => {
  const paths = sitePages.map(([, path]) => path.replace(/[?#].*/, ''))
  const files = projectFiles(/^site\/pages\/.*\.astro$/).filter(file => !file.endsWith('/404.astro'))
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter(file => !paths.some(path => answers(file).test(path)))).toEqual([])
  expect(sitePages.map(([name]) => name)).toContain('not found')
})
