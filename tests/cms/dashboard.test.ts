import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDrafts } from '#cms/components/drafts.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { makeStaff, type Staff } from '#tests/helpers/staff.ts'
import { makeDocument } from './access-fixtures.ts'

let cms: TestCms
let staff: Staff
beforeAll(async () => {
  cms = await startTestCms()
  staff = await makeStaff(cms)
})
afterAll(() => cms.close())

it('shows the drafts that wait to whom they concern, and tells new ones from changes', async () => {
  const { id: changed } = await cms.payload.findByID({
    collection: 'banners',
    id: await makeDocument(cms, 'banners', 'published', staff.office),
    overrideAccess: true,
  })
  await cms.payload.update({
    collection: 'banners',
    id: changed,
    data: { message: 'Lain', _status: 'draft' },
    draft: true,
    overrideAccess: true,
  })
  const fresh = await makeDocument(cms, 'figures', 'draft', staff.office)
  const foreign = await makeDocument(cms, 'articles', 'draft', staff.otherOffice)
  await makeDocument(cms, 'activities', 'published', staff.office)

  const seenBy = async (id: string) => {
    const user = await cms.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, cms.payload)
    const { drafts, total } = await readDrafts(req)
    return { total, drafts: drafts.map(draft => [draft.id, draft.isPublished]).sort() }
  }
  const own = [
    [changed, true],
    [fresh, false],
  ].sort()
  expect(await seenBy(staff.ids.publisher)).toEqual({ total: 2, drafts: own })
  expect(await seenBy(staff.ids.editor)).toEqual({ total: 2, drafts: own })
  expect(await seenBy(staff.ids.otherEditor)).toEqual({ total: 1, drafts: [[foreign, false]] })
  expect(await seenBy(staff.ids.admin)).toEqual({ total: 3, drafts: [...own, [foreign, false]].sort() })
  expect(await seenBy(staff.ids.handler)).toEqual({ total: 0, drafts: [] })
})
