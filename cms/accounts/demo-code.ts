import { findSecondFactor } from '#cms/endpoints/desk-store.ts'
import { totpCode, totpStep } from '#cms/endpoints/desk-totp.ts'
import type { FrontContext } from '#cms/endpoints/front.ts'

/**
 * In a demo, whose data is generated and thrown away: the code that an account's second factor takes now, so that trying needs no
 * second device, or in how many seconds there is one that was not used yet. `offered`: a secret that is shown and not yet
 * confirmed. Null where there is neither, and everywhere but in a demo.
 */
export async function demoCode(
  { payload, env }: FrontContext,
  user: string,
  offered: Buffer | null = null,
): Promise<{ readonly code: string } | { readonly wait: number } | null> {
  if (!env.DEMO) return null
  if (offered !== null) return { code: totpCode(offered, totpStep(Date.now())) }
  const factor = await findSecondFactor(payload, user)
  if (factor === null) return null
  const step = Math.max(totpStep(Date.now()), factor.lastStep + 1)
  // The code of the next half minute is taken too: whoever signs in twice in one does not wait.
  const wait = Math.ceil((step - 1) * 30 - Date.now() / 1000)
  return wait > 0 ? { wait } : { code: totpCode(factor.secret, step) }
}
