import { z } from 'zod'
import type { Env } from '#cms/env.ts'
import { refuseReport } from './report-errors.ts'

/** How long hCaptcha may take to answer the server. Milliseconds. */
const patience = 8000
const answerSchema = z.object({ success: z.boolean() })

export type CaptchaSettings = { sitekey: string; secret: string; address: string }

/** What hCaptcha is asked with, or null where no keys are set. */
export function captchaSettings(
  env: Pick<Env, 'HCAPTCHA_SITE_KEY' | 'HCAPTCHA_SECRET' | 'HCAPTCHA_VERIFY_URL'>,
): CaptchaSettings | null {
  const { HCAPTCHA_SITE_KEY: sitekey, HCAPTCHA_SECRET: secret, HCAPTCHA_VERIFY_URL: address } = env
  return sitekey === undefined || secret === undefined ? null : { sitekey, secret, address }
}

/**
 * Asks hCaptcha whether a token is right. hCaptcha takes each token once. It gets the token, our keys and no address: the
 * reporter's own browser has already shown it that.
 * @throws FrontError 403 when the token is wrong, used or too old; 503 when hCaptcha does not answer.
 */
export async function verifyCaptcha(settings: CaptchaSettings, token: string): Promise<void> {
  const { sitekey, secret, address } = settings
  const answer = await ask(address, new URLSearchParams({ secret, sitekey, response: token }))
  if (answer === null) throw refuseReport('captcha-silent')
  if (!answer.success) throw refuseReport('proof-refused')
}

async function ask(address: string, body: URLSearchParams): Promise<{ success: boolean } | null> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    return response.ok ? answerSchema.parse(await response.json()) : null
  } catch {
    return null
  }
}
