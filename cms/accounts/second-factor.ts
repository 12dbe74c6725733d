import type { Payload } from 'payload'
import { findSecondFactor, saveSecondFactor } from '#cms/endpoints/desk-store.ts'
import { sealTotpSecret } from '#cms/endpoints/desk-totp.ts'
import { collections } from '#src/slugs.ts'

/** A new secret and the time step of the code that confirmed it, which is used up by that. */
export type ConfirmedFactor = { readonly secret: Buffer; readonly step: number }

/** Sets up the second factor of an account that has none. Returns whether it is the one that counts now. */
export async function setUpFactor(
  payload: Payload,
  user: string,
  { secret, step }: ConfirmedFactor,
): Promise<boolean> {
  if ((await findSecondFactor(payload, user)) !== null) return false
  await saveSecondFactor(payload, user, secret, step)
  return (await findSecondFactor(payload, user))?.secret.equals(secret) === true
}

/** Puts another second factor in the place of the one that an account has. Returns false where it has none. */
export async function replaceFactor(
  payload: Payload,
  user: string,
  { secret, step }: ConfirmedFactor,
): Promise<boolean> {
  const { docs } = await payload.update({
    collection: collections.staffKeys,
    where: { and: [{ user: { equals: user } }, { secondFactor: { exists: true } }] },
    data: { secondFactor: sealTotpSecret(secret, user, payload.secret), secondFactorStep: step },
    overrideAccess: true,
  })
  return docs.length > 0
}
