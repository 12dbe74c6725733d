import { expect, test } from 'vitest'
import { pruneStyles, shortenMarks } from '#site/integrations/lean-styles.ts'

const page = (css: string, body: string) => `<style>${css}</style><body>${body}</body>`

test('rules of classes that the page does not have are left out', () => {
  expect(pruneStyles(page('.a{x:1}.b,.a{y:2}@media print{.b{z:3}}p{q:4}', '<p class="a">'), [])).toBe(
    page('.a{x:1}.a{y:2}p{q:4}', '<p class="a">'),
  )
})

test('a class that only a script names keeps its rules', () => {
  expect(pruneStyles(page('.late{x:1}', ''), ['n.className="late now"'])).toBe(page('.late{x:1}', ''))
})

test('keyframes and lists inside a function are left as they are', () => {
  const css = '@keyframes k{from{x:1}}.f:has(.a,.b){y:2}'
  expect(pruneStyles(page(css, ''), [])).toBe(page(css, ''))
})

test('marks of scoped styles become short and stay apart', () => {
  const html = '<i data-astro-cid-aaaaaaaa></i><b data-astro-cid-bbbbbbbb data-astro-cid-aaaaaaaa></b>'
  expect(shortenMarks(html)).toBe('<i data-0-></i><b data-1- data-0-></b>')
})
