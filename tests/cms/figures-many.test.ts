import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { collections } from '#src/slugs.ts'
import { addFigures } from '#tests/helpers/add-figures.ts'
import { nationalTable } from '#tests/helpers/many-figures.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { officeFigure } from '#tests/unit/stats/figures.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
  await addFigures(cms, [...nationalTable(1000), alone('sendiri', '1998')])
})
afterAll(() => cms.close())

/** A figure that stands by itself. */
const alone = (id: string, year: string) =>
  officeFigure({ id, count: 321, period: { start: `${year}-01-01`, end: `${year}-01-31` } })

const ask = (headers: Record<string, string> = {}) => cms.rest('GET', '/publik/figures', { headers })
const itemsOf = async (response: Response): Promise<{ id: string }[]> => (await response.json()).items

describe('a thousand figures that are published between two releases', () => {
  it('come out, are written down, and do not stop the next one', async () => {
    const first = await ask()
    expect(first.status).toBe(200)
    const items = await itemsOf(first)
    expect(items.length).toBeGreaterThan(400)
    await addFigures(cms, [alone('satu-lagi', '1999')])
    expect((await itemsOf(await ask())).map(({ id }) => id)).toContain('satu-lagi')
  })

  it('are read once for each change, however many ask', async () => {
    await addFigures(cms, [])
    const find = vi.spyOn(cms.payload, 'find')
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask()))
    const again = await ask({ 'If-None-Match': answers[0]?.headers.get('etag') ?? '' })
    const reads = find.mock.calls.filter(
      ([{ collection, select }]) => collection === collections.figures && select === undefined,
    )
    find.mockRestore()
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    expect(again.status).toBe(304)
    // 1,002 rows in parts of 200.
    expect(reads).toHaveLength(6)
  })

  it('do not come from memory after a take-down', async () => {
    expect((await itemsOf(await ask())).map(({ id }) => id)).toContain('sendiri')
    await cms.payload.update({
      collection: collections.figures,
      where: { slug: { equals: 'sendiri' } },
      data: { _status: 'draft' },
      overrideAccess: true,
    })
    const ids = (await itemsOf(await ask())).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(400)
    expect(ids).not.toContain('sendiri')
  })

  it('go out as they are, whatever the caller takes: the server behind drops the name of a coding', async () => {
    const answer = await ask({ 'Accept-Encoding': 'gzip, br' })
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect((await itemsOf(answer)).length).toBeGreaterThan(400)
  })
})
