import type { DeskSession } from '#cms/endpoints/desk-session.ts'
import { findSecondFactor } from '#cms/endpoints/desk-store.ts'
import { totpCode, totpStep } from '#cms/endpoints/desk-totp.ts'
import type { FrontContext } from '#cms/endpoints/front.ts'

/**
 * In a demo, whose data is generated and thrown away, the code that the session's next step takes: trying needs no second device.
 * Null while it has none that was not used yet; undefined where no code is asked, and everywhere but in a demo.
 */
export async function demoCode(
  { payload, env }: FrontContext,
  { user, stage, offered }: Pick<DeskSession, 'user' | 'stage' | 'offered'>,
): Promise<string | null | undefined> {
  if (!env.DEMO || stage === 'ready') return undefined
  const now = totpStep(Date.now())
  if (stage === 'enrol') return offered && totpCode(offered, now)
  const factor = await findSecondFactor(payload, user)
  // The code of the next half minute is taken too: whoever signs in twice in one does not wait.
  const step = [now, now + 1].find(one => one > (factor?.lastStep ?? 0))
  return factor === null || step === undefined ? null : totpCode(factor.secret, step)
}
