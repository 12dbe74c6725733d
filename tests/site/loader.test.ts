import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cmsLoader } from '#site/loaders/cms.ts'

const operator = {
  name: 'Kantor Contoh',
  official: false,
  address: null,
  email: null,
  phone: null,
  logo: null,
  demo: true,
}

let server: Server
let answer: { status: number; body: unknown }
let asked: string[]

beforeEach(async () => {
  asked = []
  answer = { status: 200, body: { items: [operator] } }
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await new Promise(resolve => server.close(resolve))
})

const cmsUrl = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

async function load(name: Parameters<typeof cmsLoader>[0], isDev = false) {
  const entries = new Map<string, unknown>()
  const store = {
    clear: () => entries.clear(),
    set: ({ id, data }: { id: string; data: unknown }) => entries.set(id, data),
  }
  const context = { store, generateDigest: () => 'digest' }
  await cmsLoader(name, isDev).load(context as unknown as Parameters<ReturnType<typeof cmsLoader>['load']>[0])
  return entries
}

describe('the content loader', () => {
  test('reads the published items of the CMS', async () => {
    vi.stubEnv('CMS_URL', cmsUrl())
    expect(await load('operator')).toEqual(new Map([['operator', operator]]))
    expect(asked).toEqual(['/api/publik/operator'])
  })

  test('stops when the CMS answers with an error', async () => {
    vi.stubEnv('CMS_URL', cmsUrl())
    answer = { status: 503, body: {} }
    await expect(load('operator')).rejects.toThrow(/answered 503/)
  })

  test('stops on an item that does not fit and names its field', async () => {
    vi.stubEnv('CMS_URL', cmsUrl())
    answer = { status: 200, body: { items: [{ ...operator, official: 'ya' }] } }
    await expect(load('operator')).rejects.toThrow(/official/)
  })

  test('never makes a release from samples unnoticed', async () => {
    vi.stubEnv('CMS_URL', '')
    vi.stubEnv('CONTENT', '')
    await expect(load('operator')).rejects.toThrow(/set CMS_URL/)
  })

  test('reads the starting content when asked to', async () => {
    vi.stubEnv('CMS_URL', '')
    vi.stubEnv('CONTENT', 'seed')
    expect((await load('offices')).has('cilacap')).toBe(true)
  })

  test('reads the starting content in development', async () => {
    vi.stubEnv('CMS_URL', '')
    vi.stubEnv('CONTENT', '')
    expect((await load('help-lines', true)).has('polisi-110')).toBe(true)
  })
})
