import type { TypedUser } from 'payload'
import { z } from 'zod'
import { completeSignIn, type KnownAccount, tryCode, tryPassword } from '#cms/accounts/door.ts'
import type { FormField } from './plain-form.ts'
import { codeField, codeShape, demoHint } from './second-factor-page.ts'
import type { DoorCall } from './sign-in-pages.ts'
import type { SignInText } from './sign-in-words.ts'

/** The old password as it comes with every change of an account. */
export const oldShape = (text: SignInText) => ({
  old: z.string(text('noPassword')).min(1, text('noPassword')).max(1024, text('wrongPassword')),
})
export const oldField = (text: SignInText): FormField => ({
  name: 'old',
  label: text('oldPassword'),
  attributes: 'type="password" autocomplete="current-password" maxlength="1024"',
})

/** Old password and a fresh code, and their fields. */
export const proofShape = (text: SignInText) => ({ ...oldShape(text), code: codeShape(text) })
export async function proofFields({ context, text }: DoorCall, user: string): Promise<FormField[]> {
  return [oldField(text), codeField(text, await demoHint(context, user, text))]
}

type Proof = { readonly account: KnownAccount } | { readonly problems: Readonly<Record<string, string>> }

/** Tries the password of who is signed in, under the same count and queue as at the door. */
export async function provePassword(
  { context, request, text }: DoorCall,
  user: TypedUser,
  password: string,
): Promise<Proof> {
  const tried = await tryPassword(context, request, { email: user.email, password, roles: [user.role] })
  if (tried.outcome === 'right') return tried
  if (tried.outcome === 'busy') return { problems: { old: text('busy') } }
  const old = tried.outcome === 'locked' ? text('locked', { n: tried.minutes }) : text('wrongPassword')
  return { problems: { old } }
}

/** Tries password and code of who is signed in. */
export async function proveSelf(
  call: DoorCall,
  user: TypedUser,
  typed: { readonly old: string; readonly code: string },
): Promise<Proof> {
  const { context, request, response, text } = call
  const password = await provePassword(call, user, typed.old)
  if ('problems' in password) return password
  const tried = await tryCode(context, request, { user: user.id, code: typed.code })
  if (tried.outcome === 'wrong') return { problems: { code: text('codeWrong') } }
  if (tried.outcome === 'paused') return { problems: { code: text('codePaused', { n: tried.minutes }) } }
  await completeSignIn(context, request, response, password.account)
  return password
}
