import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contactsOf,
  foundContactSchema,
  isImmigrationSite,
  type Office,
  officeSchema,
} from '#src/content/office.ts'
import { parsePublic } from '#src/content/public-api.ts'
import officeSeed from '#src/content/seed/offices.json' with { type: 'json' }

const offices = parsePublic('offices', officeSeed)
const bare = { address: null, phone: null, whatsapp: null, website: null, found: [] }
const source = { title: 'Kop surat', url: null, published: null, checked: null, note: null }
const linked = { ...source, url: 'https://contoh.go.id/halaman' }

describe('the address of an office', () => {
  it.each(['https://imigrasi.go.id/', 'https://www.imigrasi.go.id/', 'http://jogja.imigrasi.go.id/jangan'])(
    'may be %s',
    address => {
      expect(isImmigrationSite(address)).toBe(true)
    },
  )

  it.each([
    'https://imigrasimelawi.id/',
    'https://imigrasi.go.id.contoh.com/',
    'https://contohimigrasi.go.id/',
    'https://bagansiapiapi-imigrasi.id/',
    'https://imigrasi.go.id@contoh.com/',
    'ftp://imigrasi.go.id/',
    'https://petugas@imigrasi.go.id/',
    'https://petugas:sandi@cilacap.imigrasi.go.id/',
    'https://imigrasi.go.id:8443/',
    'https://imigrasi.go.id./',
    'https://imigrasi.go.id\\@contoh.com/',
    'https://imigrasi.go.id%2f.contoh.com/',
    'imigrasi.go.id',
    'https://kanimjaksel.kemenkumham.go.id/',
  ])('may not be %s', address => {
    expect(isImmigrationSite(address)).toBe(false)
  })

  it('is never a host that only begins or ends like one', () => {
    fc.assert(
      fc.property(fc.domain(), fc.stringMatching(/^[a-z]{1,12}$/), (domain, word) => {
        expect(isImmigrationSite(`https://${word}.imigrasi.go.id/`)).toBe(true)
        expect(isImmigrationSite(`https://imigrasi.go.id.${domain}/`)).toBe(false)
        expect(isImmigrationSite(`https://${word}imigrasi.go.id/`)).toBe(false)
        expect(isImmigrationSite(`https://${domain}/imigrasi.go.id`)).toBe(false)
      }),
    )
  })
})

describe('a contact from another source', () => {
  it.each([
    ['situs', 'https://imigrasibima.org/'],
    ['surel', 'kanim@contoh.com'],
    ['telepon', 'hubungi kami'],
    ['whatsapp', 'javascript:1'],
    ['telepon', '+++++'],
    ['telepon', '-----'],
    ['telepon', '(0352) 3574930 / 3574931'],
    ['telepon', '0352 3574930 0352 3574931'],
    ['whatsapp', '811-1234-567'],
    ['alamat', 'x'.repeat(301)],
  ])('is refused as %s when it is %s', (kind, value) => {
    expect(foundContactSchema.safeParse({ kind, value, source, note: null }).success).toBe(false)
  })

  it('is said to be unchecked exactly when its source has no address', () => {
    const found: Office['found'] = [
      { kind: 'telepon', value: '(0286) 321628', source, note: null },
      { kind: 'telepon', value: '(0286) 321629', source: linked, note: null },
    ]
    expect(contactsOf({ ...bare, found }).map(contact => contact.standing)).toEqual([
      'belum-diperiksa',
      'sumber',
    ])
  })

  it('gives way to the word of the office, kind by kind', () => {
    const found: Office['found'] = [
      { kind: 'alamat', value: 'Jalan Lama 1', source, note: null },
      { kind: 'telepon', value: '(0286) 321628', source, note: null },
    ]
    const contacts = contactsOf({ ...bare, address: 'Jalan Baru 2', found })
    expect(contacts.map(({ value, standing }) => [value, standing])).toEqual([
      ['Jalan Baru 2', 'kantor'],
      ['(0286) 321628', 'belum-diperiksa'],
    ])
  })
})

describe('the offices that we start with', () => {
  it('lead to no website outside imigrasi.go.id', () => {
    const sites = offices.flatMap(office => contactsOf(office).filter(contact => contact.kind === 'situs'))
    expect(sites.length).toBeGreaterThan(140)
    expect(sites.filter(({ value }) => !isImmigrationSite(value))).toEqual([])
  })

  it('do not speak for the offices', () => {
    const spoken = offices.flatMap(contactsOf).filter(({ standing }) => standing === 'kantor')
    expect(spoken).toEqual([])
  })

  it('give no mobile number that is not a WhatsApp service of the office', () => {
    const mobile = offices.flatMap(office =>
      contactsOf(office).filter(({ kind, value }) => kind === 'telepon' && /^(?:\+62|0)8/.test(value)),
    )
    expect(mobile).toEqual([])
  })

  it('refuse an office whose own website is a look-alike', () => {
    const [office] = offices
    expect(officeSchema.safeParse({ ...office, website: 'https://imigrasimelawi.id/' }).success).toBe(false)
  })
})
