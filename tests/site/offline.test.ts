import { expect, test } from 'vitest'
import { keptData, keptPages, scopes } from '#site/offline/scopes.ts'
import { builtFile, builtFiles, builtPages, isKeepable, isServed } from '#tests/helpers/built-site.ts'

/** The list that the build wrote into the worker: addresses with their hashes. */
const kept = () => {
  const [line = ''] = builtFile('luring.js').toString('utf8').split('\n')
  return JSON.parse(line.replace('const kept = ', '')) as [string, string][]
}

test('the worker keeps every page and every datum that it should, and all of it is served', () => {
  const addresses = kept().map(([address]) => address)
  expect(addresses).toEqual(expect.arrayContaining([...keptPages, ...keptData]))
  expect(addresses.filter(address => !isServed(address))).toEqual([])
})

test('the worker names nothing of the report pages', () => {
  const report = /lapor|FormScript|CodeScript|sealing|\/report\.|\/send\./
  expect(builtFiles().some(file => report.test(`/${file}`) && file.endsWith('.js'))).toBe(true)
  expect(kept().filter(([address]) => report.test(address))).toEqual([])
})

test('no part under the worker holds a report page, the admin or an interface', () => {
  const closed = ['/lapor/', '/en/lapor/', '/admin/', '/api/']
  expect(closed.filter(address => scopes.some(scope => address.startsWith(scope)))).toEqual([])
})

test('only the check, and pages that a reader can choose to keep, bring code that registers a worker', () => {
  const registering = builtFiles().filter(
    file => file.endsWith('.js') && builtFile(file).toString('utf8').includes('serviceWorker.register('),
  )
  const pages = builtPages().filter(page => registering.some(file => page.html.includes(file)))
  const unchosen = pages.filter(page => !isKeepable(page)).map(page => page.address)
  expect(unchosen.sort()).toEqual(['/en/periksa/', '/periksa/'])
  expect(pages.length).toBeGreaterThan(unchosen.length)
})
