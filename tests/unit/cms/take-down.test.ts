import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eraseGone } from '#cms/jobs/erase.ts'
import { gonePaths } from '#cms/jobs/gone.ts'
import { mergeOwners, ownersIn } from '#cms/jobs/owners.ts'
import { releasePaths } from '#cms/jobs/releases.ts'
import { announceWithdrawal, readWithdrawn, writeWithdrawn } from '#cms/jobs/withdrawn.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'berangkat-aman-gone-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (name: string, content: string | Buffer = 'x') => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), content)
}
const isThere = (name: string) => existsSync(path.join(folder, name))

describe('an address that was taken down', () => {
  const gone = gonePaths()
  gone.note('takedown', ['/kampanye/tarik/', '/media/tarik.webp'])

  test.each([
    '/kampanye/tarik/',
    '/kampanye/tarik',
    '/kampanye/tarik/index.html',
    '/kampanye/tarik/index',
    '/kampanye/tarik/index.html.br',
    '/kampanye/tarik/index.html.gz',
    '/en/kampanye/tarik/',
    '/kampanye/tarik.json',
    '/kampanye/tarik.html',
    '/kampanye/tarik/data.csv',
    '/media/tarik.webp',
    '/media/tarik.webp.br',
  ])('is gone as %s', address => expect(gone.has(address)).toBe(true))

  test.each(['/', '/kampanye/', '/kampanye/tarik-dua/', '/kampanye/lain/', '/media/lain.webp', '/en/'])(
    'leaves %s alone',
    address => expect(gone.has(address)).toBe(false),
  )

  test('comes back with the build that carries its publishing, not before', () => {
    const again = gonePaths(['/desa/x/'])
    again.note('publish', ['/desa/x/'])
    expect(again.has('/desa/x/')).toBe(true)
    again.lift(['/desa/x/'])
    expect(again.has('/desa/x/index.html')).toBe(false)
  })

  test('stays gone when it is taken down again while that build runs', () => {
    const again = gonePaths(['/desa/x/'])
    again.note('publish', ['/desa/x/'])
    again.note('takedown', ['/desa/x/'])
    again.lift(['/desa/x/'])
    expect(again.has('/desa/x/')).toBe(true)
  })

  test('stays gone when it is taken down and published anew while that build runs', () => {
    const again = gonePaths()
    again.note('publish', ['/desa/x/'])
    const atBegin = again.noted()
    again.note('takedown', ['/desa/x/'])
    again.note('publish', ['/desa/x/'])
    again.lift(['/desa/x/'], atBegin)
    expect(again.has('/desa/x/')).toBe(true)
    again.lift(['/desa/x/'], again.noted())
    expect(again.has('/desa/x/')).toBe(false)
  })

  test('can never be the whole site', () => {
    const all = gonePaths(['/'])
    all.note('takedown', ['/', ''])
    expect([all.has('/'), all.has('/kampanye/')]).toEqual([false, false])
  })
})

describe('the files of what was taken down', () => {
  const card = (name: string) => `<meta property="og:image" content="http://localhost/_a/kartu-${name}.png">`
  const fragment = (url: string) => gzipSync(`pagefind_dcd${JSON.stringify({ url, content: 'kata' })}`)

  test('are known by the page that shows them', async () => {
    put('kampanye/a/index.html', card('aa11'))
    put('kampanye/b/index.html', `${card('bb22')}<img src="/media/b.webp">`)
    put('index.html', '<img src="/media/b.webp">')
    put('pagefind/fragment/id_1.pf_fragment', fragment('/kampanye/a/'))
    put('pagefind/fragment/id_2.pf_fragment', 'not readable')
    expect(Object.fromEntries(await ownersIn(folder))).toEqual({
      '/_a/kartu-aa11.png': ['/kampanye/a/'],
      '/_a/kartu-bb22.png': ['/kampanye/b/'],
      '/media/b.webp': expect.arrayContaining(['/', '/kampanye/b/']),
      '/pagefind/fragment/id_1.pf_fragment': ['/kampanye/a/'],
    })
  })

  test('go from every kept release and from the shared files, and nothing else goes', () => {
    const paths = releasePaths({ dataDir: folder, releasesDir: path.join(folder, 'releases') })
    for (const id of ['1', '2', '3']) {
      for (const ending of ['', '.br', '.gz']) put(`releases/${id}/kampanye/a/index.html${ending}`)
      put(`releases/${id}/en/kampanye/a/index.html`)
      put(`releases/${id}/kampanye/a.json`)
      put(`releases/${id}/kampanye/index.html`)
      put(`releases/${id}/kampanye/ab/index.html`)
      put(`releases/${id}/_a/kartu-aa11.png`)
    }
    put('assets/_a/kartu-aa11.png')
    put('assets/_a/kartu-both.png')
    put('assets/pagefind/fragment/id_1.pf_fragment')
    const owners = new Map([
      ['/_a/kartu-aa11.png', ['/kampanye/a/']],
      ['/_a/kartu-both.png', ['/kampanye/a/', '/kampanye/ab/']],
      ['/pagefind/fragment/id_1.pf_fragment', ['/kampanye/a/']],
    ])
    const gone = gonePaths(['/kampanye/a/'], owners)
    eraseGone(paths, gone)
    for (const id of ['1', '2', '3']) {
      const there = ['kampanye/a', 'en/kampanye/a', 'kampanye/a.json', '_a/kartu-aa11.png'].filter(name =>
        isThere(`releases/${id}/${name}`),
      )
      expect(there).toEqual([])
      expect(isThere(`releases/${id}/kampanye/ab/index.html`)).toBe(true)
      expect(isThere(`releases/${id}/kampanye/index.html`)).toBe(true)
    }
    expect(isThere('assets/_a/kartu-aa11.png')).toBe(false)
    expect(isThere('assets/pagefind/fragment/id_1.pf_fragment')).toBe(false)
    expect(isThere('assets/_a/kartu-both.png')).toBe(true)
    expect(gone.has('/_a/kartu-aa11.png')).toBe(true)
    expect(gone.has('/_a/kartu-both.png')).toBe(false)
  })

  test('an address from outside the site removes nothing', () => {
    put('outside/index.html')
    put('releases/1/index.html')
    const paths = releasePaths({ dataDir: folder, releasesDir: path.join(folder, 'releases') })
    eraseGone(paths, gonePaths(['/../../outside', '/x/../../../outside', '/.']))
    expect([isThere('outside/index.html'), isThere('releases/1/index.html')]).toEqual([true, true])
  })

  test('of an earlier release are known for as long as they are kept; a newer release has the last word', () => {
    const before = new Map([
      ['/_a/kartu-1.png', ['/desa/lama/']],
      ['/_a/kartu-2.png', ['/desa/x/']],
      ['/_a/kartu-3.png', ['/desa/y/']],
    ])
    const fresh = new Map([['/_a/kartu-1.png', ['/desa/baru/']]])
    const merged = mergeOwners(before, fresh, file => file !== '/_a/kartu-3.png')
    expect([...merged]).toEqual([
      ['/_a/kartu-1.png', ['/desa/baru/']],
      ['/_a/kartu-2.png', ['/desa/x/']],
    ])
  })
})

describe('the note of take-downs on disk', () => {
  const file = () => path.join(folder, 'WITHDRAWN.json')

  test('holds what the outbox says and what was announced before its commit', () => {
    writeWithdrawn(file(), ['/desa/a'])
    announceWithdrawal(file(), ['/desa/b/'])
    expect(readWithdrawn(file())).toEqual(['/desa/a', '/desa/b/'])
  })

  test('keeps its list, and refuses, where an announcement cannot be written', () => {
    writeWithdrawn(file(), ['/desa/a'])
    mkdirSync(`${file()}.new`)
    expect(() => announceWithdrawal(file(), ['/desa/b/'])).toThrow()
    rmSync(`${file()}.new`, { recursive: true, force: true })
    expect(readWithdrawn(file())).toEqual(['/desa/a'])
  })

  test('forgets an announcement that was never committed', () => {
    writeWithdrawn(file(), [])
    announceWithdrawal(file(), ['/desa/batal/'], 1000)
    expect(writeWithdrawn(file(), [], 2000)).toBe(60_000)
    expect(readWithdrawn(file())).toEqual(['/desa/batal/'])
    expect(writeWithdrawn(file(), [], 62_000)).toBeNull()
    expect(readWithdrawn(file())).toEqual([])
  })

  test.each([
    ['missing', null],
    ['empty', ''],
    ['half-written', '{"gone":["/desa/a"],"anno'],
    ['of another form', '["/desa/a"]'],
  ])('says nothing when it is %s', (_, text) => {
    if (text !== null) writeFileSync(file(), text)
    expect(readWithdrawn(file())).toBeNull()
    announceWithdrawal(file(), ['/desa/b/'])
    expect(readWithdrawn(file())).toBeNull()
  })

  test('that cannot be brought up to date is removed, so that a start waits for the database', () => {
    writeWithdrawn(file(), ['/desa/a'])
    // A folder where the new file would be written: the disk refuses.
    mkdirSync(`${file()}.new`)
    expect(writeWithdrawn(file(), ['/desa/a', '/desa/b'])).toBe(2000)
    expect(readWithdrawn(file())).toBeNull()
  })
})
