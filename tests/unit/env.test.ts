import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { childEnv, parseEnv, root } from '#cms/env.ts'

const three = {
  SITE_URL: 'https://situs.contoh.id',
  ADMIN_URL: 'https://cms.contoh.id',
  DESK_URL: 'https://meja.contoh.id',
}

describe('parseEnv', () => {
  test('gives a whole local set-up when nothing is set', () => {
    const env = parseEnv({})
    expect(env).toMatchObject({
      PORT: 8080,
      HOST: '127.0.0.1',
      siteUrl: 'http://localhost:8080',
      adminUrl: 'http://localhost:8080',
      deskUrl: 'http://desk.localhost:8080',
      databaseUrl: `file:${path.join(root, 'data/berangkat-aman.db')}`,
    })
  })

  test('takes an empty variable as one that is not set', () => {
    expect(parseEnv({ PORT: '', SMTP_URL: '' }).PORT).toBe(8080)
  })

  test('starts relative paths at the repository, wherever the process runs', () => {
    const env = parseEnv({ DATA_DIR: 'elsewhere', DATABASE_URL: 'file:elsewhere/x.db' })
    expect(env.dataDir).toBe(path.join(root, 'elsewhere'))
    expect(env.databaseUrl).toBe(`file:${path.join(root, 'elsewhere/x.db')}`)
  })

  test('accepts three https hosts', () => {
    expect(parseEnv(three)).toMatchObject({ siteUrl: three.SITE_URL, deskUrl: three.DESK_URL })
  })

  test.each([
    ['PORT', { PORT: '99999' }],
    ['PORT', { PORT: 'eight' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://localhost/x' }],
    ['SITE_URL', { SITE_URL: 'https://contoh.id/sub' }],
    ['SITE_URL', { SITE_URL: 'ftp://contoh.id' }],
    ['PAYLOAD_SECRET', { PAYLOAD_SECRET: 'short' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.contoh.id' }],
    ['SMTP_URL', { SMTP_URL: 'https://mail.contoh.id' }],
    ['HCAPTCHA_SECRET', { HCAPTCHA_SITE_KEY: 'key' }],
    ['DEMO', { DEMO: 'yes' }],
    ['ADMIN_URL', { ...three, ADMIN_URL: three.SITE_URL }],
    ['DESK_URL', { ...three, DESK_URL: three.SITE_URL }],
    ['DESK_URL', { ...three, DESK_URL: three.ADMIN_URL }],
    ['DESK_URL', { ...three, DESK_URL: 'http://meja.contoh.id' }],
    ['DESK_URL', { DESK_URL: 'http://localhost:8080' }],
  ])('refuses a wrong %s by its name: %j', (name, source) => {
    expect(() => parseEnv(source)).toThrow(new RegExp(`configuration is not usable[\\s\\S]*${name}`))
  })

  test('shows the value that does not fit, and never one that may hold a secret', () => {
    expect(() => parseEnv({ PORT: '99999' })).toThrow('got "99999"')
    const secret = { PAYLOAD_SECRET: 'hunter2', SMTP_URL: 'hunter2', DATABASE_URL: 'hunter2' }
    expect(() => parseEnv(secret)).toThrow(/^(?![\s\S]*hunter2)/)
  })

  test('names every wrong variable at once', () => {
    expect(() => parseEnv({ PORT: 'x', DEMO: 'x' })).toThrow(/PORT[\s\S]*DEMO/)
  })
})

test('.env.example names every setting that is read', () => {
  const example = readFileSync(path.join(root, '.env.example'), 'utf8')
  const source = readFileSync(path.join(root, 'cms/env.ts'), 'utf8')
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)]
    .map(match => match[1])
    .filter(name => name !== 'NODE_ENV')
  expect(names.filter(name => !new RegExp(`^#? ?${name}=`, 'm').test(example))).toEqual([])
})

test('a build child gets no secret of the server', () => {
  process.env.PAYLOAD_SECRET = 'x'.repeat(40)
  const given = childEnv()
  delete process.env.PAYLOAD_SECRET
  expect(given).not.toHaveProperty('PAYLOAD_SECRET')
  expect(given).toHaveProperty('PATH')
})
