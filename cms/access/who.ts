import type { PayloadRequest } from 'payload'
import type { Role } from '#src/slugs.ts'

/** The parts of a signed-in account that decide about access. `office` is the office's id. */
export type Who = { id: string; role: Role; office: string | null }

/** Who is asking; null when nobody is signed in. */
export function who(req: Pick<PayloadRequest, 'user'>): Who | null {
  const { user } = req
  if (!user) return null
  const office = user.office && typeof user.office === 'object' ? user.office.id : user.office
  return { id: user.id, role: user.role, office: office ?? null }
}
