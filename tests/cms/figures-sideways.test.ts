import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { callers, makeStaff, type Staff } from '#tests/helpers/staff.ts'
import { freshData } from './access-fixtures.ts'

let cms: TestCms
let staff: Staff
/** A small count that the first office entered and published, and one of the press. */
let held: string
let fromPress: string
let days = 0
let slugs: { held: string; fromPress: string }

beforeAll(async () => {
  cms = await startTestCms()
  staff = await makeStaff(cms)
})
afterAll(() => cms.close())
beforeEach(async () => {
  const make = async (provenance: 'kantor' | 'pers', office: string) => {
    const day = new Date(Date.UTC(2020, 0, ++days, 12)).toISOString()
    const period = { start: day, end: day }
    const data = { ...freshData('figures', 'published'), provenance, period, count: 4, office }
    return await cms.payload.create({ collection: 'figures', data: data as never, overrideAccess: true })
  }
  const [own, press] = [await make('kantor', staff.office), await make('pers', staff.office)]
  held = own.id
  fromPress = press.id
  slugs = { held: own.slug, fromPress: press.slug }
})

type Run = (token: string | null) => Promise<Response>
const statuses = async (run: Run) => {
  const all: number[] = []
  for (const caller of callers) all.push((await run(staff.tokens[caller])).status)
  return all
}
const totals = async (run: Run) => {
  const all: (number | null)[] = []
  for (const caller of callers) all.push((await (await run(staff.tokens[caller])).json()).totalDocs ?? null)
  return all
}
const get =
  (address: string): Run =>
  token =>
    cms.rest('GET', `/figures${address}`, { token })

// nobody, admin, publisher, editor, handler, publisher of another office, editor of another office
describe('what an office entered', () => {
  it('is read by its own office and administrators alone', async () => {
    expect(await statuses(get(`/${held}`))).toEqual([403, 200, 200, 200, 403, 404, 404])
    expect(await statuses(get(`/${held}?draft=true`))).toEqual([403, 200, 200, 200, 403, 404, 404])
  })

  it('is in no list, count or search of another office', async () => {
    const where = `?where[and][0][slug][equals]=${slugs.held}&where[and][1][count][less_than]=10`
    expect(await totals(get(where))).toEqual([null, 1, 1, 1, null, 0, 0])
    expect(await totals(get(`/count${where}`))).toEqual([null, 1, 1, 1, null, 0, 0])
    expect(await totals(get(`/versions?where[parent][equals]=${held}`))).toEqual([null, 1, 1, 1, null, 0, 0])
  })

  it('is told as held to its own office and administrators alone', async () => {
    const told: boolean[] = []
    for (const caller of callers.slice(1)) {
      const { items = [] } = await (await get('/held')(staff.tokens[caller])).json()
      told.push(items.some(({ id }: { id: string }) => id === held))
    }
    expect(told).toEqual([true, true, true, false, false, false])
  })

  it('cannot be linked to by another office, whose questions about the link would tell the count', async () => {
    const answer = await cms.rest('POST', '/figures?draft=true', {
      token: staff.tokens.otherPublisher,
      body: { ...freshData('figures', 'draft'), subsetOf: held, contradicts: [held] },
    })
    const { errors } = await answer.json()
    expect(answer.status).toBe(400)
    expect(errors[0].data.errors.map(({ path }: { path: string }) => path)).toEqual([
      'subsetOf',
      'contradicts',
    ])
  })
})

describe('a link that an administrator made across offices', () => {
  let own: string
  beforeEach(async () => {
    const data = { ...freshData('figures', 'published'), office: staff.otherOffice, subsetOf: held }
    own = (await cms.payload.create({ collection: 'figures', data: data as never, overrideAccess: true })).id
  })

  it('stays when the office saves its figure again', async () => {
    const answer = await cms.rest('PATCH', `/figures/${own}`, {
      token: staff.tokens.otherPublisher,
      body: { note: 'Catatan', subsetOf: held, _status: 'published' },
    })
    expect(answer.status).toBe(200)
  })

  it.each(['', '?draft=true'])('shows nothing of what it points to%s', async query => {
    const answer = await get(`/${own}${query}`)(staff.tokens.otherPublisher)
    expect((await answer.json()).subsetOf).toBe(held)
  })

  it.each([
    ['by a condition', 'where[subsetOf.count][less_than]=10'],
    ['by a condition in a version', 'where[version.subsetOf.count][less_than]=10'],
  ])('answers no question %s', async (_name, query) => {
    const path = query.includes('version') ? '/versions' : ''
    const body = await (await get(`${path}?${query}`)(staff.tokens.otherPublisher)).json()
    expect(body.totalDocs ?? 0).toBe(0)
  })

  it.each(['?sort=subsetOf.count', '?sort=-subsetOf__count', '/versions?sort=version.subsetOf.count'])(
    'sorts by nothing behind it: %s',
    async address => {
      expect((await get(address)(staff.tokens.otherPublisher)).status).toBe(400)
    },
  )
})

describe('what the press published', () => {
  it('is read by every office', async () => {
    expect(await statuses(get(`/${fromPress}`))).toEqual([403, 200, 200, 200, 403, 200, 200])
    expect(await totals(get(`?where[slug][equals]=${slugs.fromPress}`))).toEqual([null, 1, 1, 1, null, 1, 1])
  })
})
