import type { Payload } from 'payload'
import { forgetTries, subjectOf, takeOnce } from '#cms/accounts/tries.ts'
import { collections } from '#src/slugs.ts'
import { openTotpSecret, sealTotpSecret } from './desk-totp.ts'

/** Whoever set something once and died meanwhile blocks it for so long. Milliseconds. */
const longestTurn = 60_000

/** What the server knows of a handler's keys. The public halves and the wrapped file are all set, or none is. */
export type StaffKeys = {
  id: string
  user: string
  secondFactor?: string | null
  secondFactorStep?: number | null
  recipient?: string | null
  signer?: string | null
  wrapped?: string | null
}

/** The row of a handler, or null before the second factor was set up. */
export async function findStaffKeys(payload: Payload, user: string): Promise<StaffKeys | null> {
  return payload.db.findOne<StaffKeys>({
    collection: collections.staffKeys,
    where: { user: { equals: user } },
  })
}

/** The handler's row, made when it is missing. */
async function ensureStaffKeys(payload: Payload, user: string): Promise<StaffKeys> {
  const found = await findStaffKeys(payload, user)
  if (found !== null) return found
  return payload.create({
    collection: collections.staffKeys,
    data: { user },
    overrideAccess: true,
  }) as Promise<StaffKeys>
}

/** The second factor of a handler: its secret and the last step used, or null when none is set up. */
export async function findSecondFactor(
  payload: Payload,
  user: string,
): Promise<{ secret: Buffer; lastStep: number } | null> {
  const row = await findStaffKeys(payload, user)
  if (!row?.secondFactor) return null
  return {
    secret: openTotpSecret(row.secondFactor, user, payload.secret),
    lastStep: row.secondFactorStep ?? 0,
  }
}

/**
 * Changes what is set once in a row, for one caller at a time: of two who set the same, one does. Returns false, and changes
 * nothing, when somebody else is at it or `isSet` finds it set.
 */
async function setOnce(
  payload: Payload,
  user: string,
  isSet: (row: StaffKeys) => boolean,
  data: Partial<StaffKeys>,
): Promise<boolean> {
  const turn = subjectOf(payload, 'staff keys', user)
  if (!(await takeOnce(payload, turn, longestTurn))) return false
  try {
    const row = await ensureStaffKeys(payload, user)
    if (isSet(row)) return false
    await payload.update({ collection: collections.staffKeys, id: row.id, data, overrideAccess: true })
    return true
  } finally {
    await forgetTries(payload, turn)
  }
}

/**
 * Sets up the second factor; its first code, of step `step`, is used up by that. Returns false, and changes nothing, when there
 * is one already: somebody else with the same password may have been faster.
 */
export function saveSecondFactor(
  payload: Payload,
  user: string,
  secret: Buffer,
  step: number,
): Promise<boolean> {
  const data = { secondFactor: sealTotpSecret(secret, user, payload.secret), secondFactorStep: step }
  return setOnce(payload, user, row => Boolean(row.secondFactor), data)
}

/** Notes that the code of this step was used. */
export async function noteStep(payload: Payload, user: string, step: number): Promise<void> {
  const { id } = await ensureStaffKeys(payload, user)
  await payload.update({
    collection: collections.staffKeys,
    id,
    data: { secondFactorStep: step },
    overrideAccess: true,
  })
}

/** Stores a handler's own keys. Returns false, and changes nothing, when there are keys already. */
export function saveOwnKeys(
  payload: Payload,
  user: string,
  keys: { recipient: string; signer: string; wrapped: string },
): Promise<boolean> {
  return setOnce(payload, user, row => Boolean(row.recipient), keys)
}
