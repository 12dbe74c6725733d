import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isMediaPublished } from '#cms/endpoints/media-published.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { makeStaff, type Staff } from '#tests/helpers/staff.ts'
import { freshData } from './access-fixtures.ts'

let cms: TestCms
let staff: Staff
beforeAll(async () => {
  cms = await startTestCms()
  staff = await makeStaff(cms)
})
afterAll(() => cms.close())

const drawing = () => sharp({ create: { width: 320, height: 200, channels: 3, background: '#0b6b62' } })
const gps = {
  IFD0: { Make: 'KameraRahasia' },
  IFD3: {
    GPSLatitudeRef: 'S',
    GPSLatitude: '6/1 10/1 30/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '106/1 49/1 12/1',
  },
}
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\nstartxref\n42\n%%EOF\n',
)

type Form = { bytes: Buffer; name: string; type: string; fields?: object }
async function upload(
  { bytes, fields = {}, name, type }: Form,
  token = staff.tokens.editor,
): Promise<Response> {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'Kantor dari depan', persons: 'tidak-ada', ...fields }))
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return cms.rest('POST', '/media', {
    token,
    raw: Buffer.from(await request.arrayBuffer()),
    headers: { 'Content-Type': request.headers.get('content-type') ?? '' },
  })
}
const stored = (filename: string) => readFileSync(path.join(cms.env.mediaDir, filename))

describe('a picture', () => {
  it('loses place and camera, whatever the camera wrote', async () => {
    const bytes = await drawing().jpeg().withExif(gps).toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const { doc } = await (await upload({ bytes, name: 'IMG_2041.jpg', type: 'image/jpeg' })).json()
    const kept = stored(doc.filename)
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
    expect(kept.includes('KameraRahasia')).toBe(false)
  })

  it('is stored under a name that says nothing', async () => {
    const { doc } = await (
      await upload({
        bytes: await drawing().png().toBuffer(),
        name: 'KTP Siti Aminah.png',
        type: 'image/png',
      })
    ).json()
    expect(doc.filename).toMatch(/^[0-9a-f-]{36}\.webp$/)
    expect(readdirSync(cms.env.mediaDir).join()).not.toContain('Siti')
  })

  it('is made small enough for a weak link', async () => {
    const bytes = await sharp({ create: { width: 5000, height: 2500, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    const { doc } = await (await upload({ bytes, name: 'a.jpg', type: 'image/jpeg' })).json()
    expect([doc.width, doc.height]).toEqual([2000, 1000])
  })

  it.each([
    ['alternative text', { alt: '' }],
    ['the consent of the people shown', { persons: null }],
    ['a consent that exists', { persons: 'mungkin' }],
  ])('is refused without %s, and leaves no file', async (_, fields) => {
    const before = readdirSync(cms.env.mediaDir).length
    const { status } = await upload({
      bytes: await drawing().png().toBuffer(),
      name: 'a.png',
      type: 'image/png',
      fields,
    })
    expect([status, readdirSync(cms.env.mediaDir).length]).toEqual([400, before])
  })
})

describe('a file', () => {
  it('may be a PDF', async () => {
    const { doc } = await (await upload({ bytes: pdf, name: 'SK.pdf', type: 'application/pdf' })).json()
    expect([doc.mimeType, doc.filename]).toEqual([
      'application/pdf',
      expect.stringMatching(/^[0-9a-f-]{36}\.pdf$/),
    ])
  })

  it.each([
    ['a web page called a picture', Buffer.from('<html><script>alert(1)</script>'), 'a.jpg', 'image/jpeg'],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'a.svg',
      'image/svg+xml',
    ],
    [
      'an SVG called PNG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'a.png',
      'image/png',
    ],
    [
      'a GIF',
      Buffer.from('R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
      'a.gif',
      'image/gif',
    ],
    ['a program', Buffer.from('MZ\u0090\u0000'), 'a.pdf', 'application/pdf'],
    ['an empty file', Buffer.alloc(0), 'a.jpg', 'image/jpeg'],
  ])('is refused when it is %s', async (_, bytes, name, type) => {
    const response = await upload({ bytes, name, type })
    expect(response.status).toBe(400)
    expect(JSON.stringify(await response.json())).not.toMatch(/wrong|salah di server/i)
  })

  it('is refused when it is cut', async () => {
    const whole = await drawing().jpeg().toBuffer()
    expect(
      (await upload({ bytes: whole.subarray(0, whole.length / 2), name: 'a.jpg', type: 'image/jpeg' }))
        .status,
    ).toBe(400)
  })

  it('is refused when it is larger than 8 MB', async () => {
    const { status } = await upload({
      bytes: Buffer.concat([pdf, Buffer.alloc(8.5 * 1024 * 1024)]),
      name: 'a.pdf',
      type: 'application/pdf',
    })
    expect([400, 413]).toContain(status)
  })

  it('is taken by its content when its name says otherwise', async () => {
    const { doc } = await (
      await upload({ bytes: await drawing().webp().toBuffer(), name: 'gambar.pdf', type: 'application/pdf' })
    ).json()
    expect(doc.mimeType).toBe('image/webp')
  })
})

describe('the public address of a file', () => {
  const makeBanner = (image: string, status: 'draft' | 'published') =>
    cms.payload.create({
      collection: 'banners',
      data: { ...freshData('banners', status), image } as never,
      overrideAccess: true,
    })
  const makeFile = async () =>
    (
      await (
        await upload({ bytes: await drawing().png().toBuffer(), name: 'a.png', type: 'image/png' })
      ).json()
    ).doc

  it('is open only while something published shows it', async () => {
    const { filename, id } = await makeFile()
    const states = [await isMediaPublished(cms.payload, filename)]
    const banner = await makeBanner(id, 'draft')
    states.push(await isMediaPublished(cms.payload, filename))
    await cms.payload.update({
      collection: 'banners',
      id: banner.id,
      data: { _status: 'published' },
      overrideAccess: true,
    })
    states.push(await isMediaPublished(cms.payload, filename))
    await cms.payload.update({
      collection: 'banners',
      id: banner.id,
      data: { _status: 'draft' },
      overrideAccess: true,
    })
    states.push(await isMediaPublished(cms.payload, filename))
    expect(states).toEqual([false, false, true, false])
  })

  it('has its new words on the site when they change under a published page', async () => {
    const { id } = await makeFile()
    const banner = await makeBanner(id, 'published')
    const alt = 'Ruang tunggu yang baru'
    const imageOf = async () => {
      const { items } = await (await cms.rest('GET', '/publik/banners')).json()
      return items.find(({ slug }: { slug: string }) => slug === banner.slug).image
    }
    const before = await imageOf()
    await cms.rest('PATCH', `/media/${id}`, { token: staff.tokens.admin, body: { alt } })
    expect([before.alt, (await imageOf()).alt]).toEqual(['Kantor dari depan', alt])
    const { docs } = await cms.payload.find({
      collection: 'outbox',
      where: { docId: { equals: id } },
      overrideAccess: true,
    })
    expect(docs).toMatchObject([{ kind: 'publish', source: 'media', label: alt }])
  })

  it('cannot be deleted under a published page', async () => {
    const { id } = await makeFile()
    await makeBanner(id, 'published')
    expect((await cms.rest('DELETE', `/media/${id}`, { token: staff.tokens.admin })).status).toBe(409)
  })

  it('gives strangers nothing through the CMS itself', async () => {
    const { filename, id } = await makeFile()
    await makeBanner(id, 'published')
    expect((await cms.rest('GET', `/media/file/${filename}`)).status).toBe(403)
  })
})

describe('another office', () => {
  it('changes no file that is not its own', async () => {
    const { doc } = await (await upload({ bytes: pdf, name: 'a.pdf', type: 'application/pdf' })).json()
    const statuses = [
      (
        await cms.rest('PATCH', `/media/${doc.id}`, {
          token: staff.tokens.otherPublisher,
          body: { alt: 'x' },
        })
      ).status,
      (await cms.rest('DELETE', `/media/${doc.id}`, { token: staff.tokens.otherEditor })).status,
      (await cms.rest('PATCH', `/media/${doc.id}`, { token: staff.tokens.publisher, body: { alt: 'SK' } }))
        .status,
    ]
    expect(statuses).toEqual([403, 403, 200])
  })
})
