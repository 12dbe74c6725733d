import type { DeskSession } from '#cms/endpoints/desk-session.ts'
import { findSecondFactor } from '#cms/endpoints/desk-store.ts'
import { totpCode, totpStep } from '#cms/endpoints/desk-totp.ts'
import type { FrontContext } from '#cms/endpoints/front.ts'

/**
 * In a demo, whose data is generated and thrown away, the code that the session's next step takes: trying needs no second device.
 * Null everywhere else.
 */
export async function demoCode(
  { payload, env }: FrontContext,
  { user, stage, offered }: Pick<DeskSession, 'user' | 'stage' | 'offered'>,
): Promise<string | null> {
  if (!env.DEMO || stage === 'ready') return null
  const now = totpStep(Date.now())
  if (stage === 'enrol') return offered && totpCode(offered, now)
  const factor = await findSecondFactor(payload, user)
  // The code of the next half minute is taken too: whoever signs in twice in one does not wait.
  return factor && totpCode(factor.secret, factor.lastStep < now ? now : now + 1)
}
