import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { openCmsSession } from '#cms/accounts/cms-session.ts'
import { tryPassword } from '#cms/accounts/door.ts'
import { type Role, roles } from '#src/slugs.ts'
import type { TestCms } from './payload.ts'

/** Everyone who may ask: the four roles, a publisher and an editor of another office, and nobody. */
export const callers = [
  'nobody',
  'admin',
  'publisher',
  'editor',
  'handler',
  'otherPublisher',
  'otherEditor',
] as const
export type Caller = (typeof callers)[number]
export type Staff = {
  tokens: Record<Caller, string | null>
  ids: Record<Exclude<Caller, 'nobody'>, string>
  office: string
  otherOffice: string
}

export const password = 'kata sandi untuk uji saja'

/** The least that an office needs. */
export const officeData = (slug: string) => ({
  slug,
  name: `Kantor Imigrasi ${slug}`,
  city: slug,
  province: 'Jawa Tengah',
  provinceCode: '33',
  areasStatus: 'belum-diketahui' as const,
  _status: 'published' as const,
})

const asked = () => new IncomingMessage(new Socket())

/**
 * A session's token by the code that the door itself runs, past the second factor: the password is tried, and the session
 * opened. Through the door with its pages go tests/cms/sign-in.test.ts and the browser tests.
 */
export async function signIn(cms: TestCms, email: string, secret = password): Promise<string> {
  const tried = await tryPassword(cms, asked(), { email, password: secret, roles })
  if (tried.outcome !== 'right') throw new Error(`${email} cannot sign in: ${tried.outcome}`)
  return openCmsSession(cms.payload, tried.account.id)
}

/** Two offices and an account for each caller, with a session. The door gives handlers none: theirs began before they were. */
export async function makeStaff(cms: TestCms): Promise<Staff> {
  const { payload } = cms
  const makeOffice = async (slug: string) =>
    (await payload.create({ collection: 'offices', data: officeData(slug), overrideAccess: true })).id
  const office = await makeOffice('uji-satu')
  const otherOffice = await makeOffice('uji-dua')

  async function make(
    name: string,
    role: Role,
    officeId: string | null,
  ): Promise<{ id: string; token: string }> {
    const email = `${name.toLowerCase()}@uji.example`
    const { id } = await payload.create({
      collection: 'users',
      data: { name, email, password, role, office: officeId },
      overrideAccess: true,
      context: { setup: true },
    })
    return { id, token: await openCmsSession(cms.payload, id) }
  }
  const admin = await make('admin', 'admin', null)
  const publisher = await make('publisher', 'publisher', office)
  const editor = await make('editor', 'editor', office)
  const handler = await make('handler', 'handler', null)
  const otherPublisher = await make('otherPublisher', 'publisher', otherOffice)
  const otherEditor = await make('otherEditor', 'editor', otherOffice)
  const all = { admin, publisher, editor, handler, otherPublisher, otherEditor }
  const entries = Object.entries(all)
  return {
    tokens: {
      nobody: null,
      ...Object.fromEntries(entries.map(([name, { token }]) => [name, token])),
    } as Staff['tokens'],
    ids: Object.fromEntries(entries.map(([name, { id }]) => [name, id])) as Staff['ids'],
    office,
    otherOffice,
  }
}
