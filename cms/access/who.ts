import type { PayloadRequest } from 'payload'
import type { Role } from '#src/slugs.ts'

/** The roles that work in the CMS. Case handlers have no business there. */
export const cmsRoles = ['admin', 'publisher', 'editor'] as const satisfies readonly Role[]
export type CmsRole = (typeof cmsRoles)[number]

/** The parts of a signed-in account that decide about access. `office` is the office's id. */
export type Who = { id: string; role: CmsRole; office: string | null }

/** Who is asking; null when nobody is signed in. Case handlers are nobody in the CMS, whatever session they hold. */
export function who(req: Pick<PayloadRequest, 'user'>): Who | null {
  const { user } = req
  const role = cmsRoles.find(one => one === user?.role)
  if (!user || role === undefined) return null
  const office = user.office && typeof user.office === 'object' ? user.office.id : user.office
  return { id: user.id, role, office: office ?? null }
}
