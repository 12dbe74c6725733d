import type { Payload } from 'payload'
import { sealTotpSecret } from '#cms/endpoints/desk-totp.ts'
import { collections } from '#src/slugs.ts'

/** Puts another second factor in the place of the one that an account has. Returns false where it has none. */
export async function replaceFactor(
  payload: Payload,
  user: string,
  secret: Buffer,
  step: number,
): Promise<boolean> {
  const { docs } = await payload.update({
    collection: collections.staffKeys,
    where: { and: [{ user: { equals: user } }, { secondFactor: { exists: true } }] },
    data: { secondFactor: sealTotpSecret(secret, user, payload.secret), secondFactorStep: step },
    overrideAccess: true,
  })
  return docs.length > 0
}
