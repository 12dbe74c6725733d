import { demoCode } from '#cms/accounts/demo-code.ts'
import { qrPath } from '#cms/accounts/qr.ts'
import type { DoorSession } from '#cms/accounts/door-sessions.ts'
import type { Env } from '#cms/env.ts'
import { z } from 'zod'
import { acceptedStep, base32, newTotpSecret, totpAddress, totpCode, totpStep } from './desk-totp.ts'
import type { FrontContext } from './front.ts'
import { type FormField, formMarkup } from './plain-form.ts'
import { escapeHtml } from './plain-page.ts'
import type { SignInText } from './sign-in-words.ts'

/** A code as people type it: six digits, with spaces or without. */
export const codeShape = (text: SignInText) =>
  z
    .string(text('codeShape'))
    .transform(typed => typed.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, text('codeShape')))

/** The field for a code, with a hint beside it in a demo. */
export const codeField = (text: SignInText, hint: string | null = null): FormField => ({
  name: 'code',
  label: text('code'),
  attributes: 'inputmode="numeric" autocomplete="one-time-code" maxlength="12"',
  ...(hint === null ? {} : { hint }),
})

/** In a demo: the code that an account's second factor takes now, or how long until there is one. Null elsewhere. */
export async function demoHint(
  context: FrontContext,
  user: string,
  text: SignInText,
): Promise<string | null> {
  const shown = await demoCode(context, user)
  if (shown === null) return null
  return 'wait' in shown ? text('demoWait', { n: shown.wait }) : text('demoCode', shown)
}

/** The form with which a second factor is set up: picture, letters to type, link for the phone itself, and the first code. */
export function enrolMarkup(
  session: DoorSession,
  env: Pick<Env, 'DEMO'>,
  text: SignInText,
  problems: Readonly<Record<string, string>>,
): string {
  session.offered ??= newTotpSecret()
  const address = totpAddress(session.offered, session.email)
  const { path, size } = qrPath(address)
  const letters = base32(session.offered).match(/.{4}/g)?.join(' ') ?? ''
  const code = totpCode(session.offered, totpStep(Date.now()))
  const hint = env.DEMO ? text('demoCode', { code }) : null
  return `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${text('enrolPicture')}" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></svg>
<p>${text('enrolType')}<br><code>${letters}</code></p>
<p><a href="${escapeHtml(address)}">${text('enrolHere')}</a></p>
${formMarkup([codeField(text, hint)], text('enrolSend'), problems, undefined, { langkah: 'pasang' })}`
}

/** The secret that was offered and the time step of its first code, when `code` is one; else null. */
export function confirmedSecret(session: DoorSession, code: string): { secret: Buffer; step: number } | null {
  const secret = session.offered
  const step = secret === null ? null : acceptedStep(secret, code, Date.now(), 0)
  return secret === null || step === null ? null : { secret, step }
}
