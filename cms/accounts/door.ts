import type { IncomingMessage, ServerResponse } from 'node:http'
import { countWrongCode, forgetWrongCodes, isCodePaused } from '#cms/endpoints/desk-code-lock.ts'
import { accountByPassword, countFailure, forgetFailures } from '#cms/endpoints/desk-password.ts'
import { findSecondFactor, noteStep } from '#cms/endpoints/desk-store.ts'
import { acceptedStep } from '#cms/endpoints/desk-totp.ts'
import type { FrontContext } from '#cms/endpoints/front.ts'
import type { Role } from '#src/slugs.ts'

/** Who came through the first half of a door. `mark` names the password without being it: a new password ends what it began. */
export type KnownAccount = {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly mark: string
}

/**
 * What a try of a password came to. `wrong`: unknown account, wrong password, or a role that this door does not let in: one
 * answer after one time. `locked`: too many tries for this e-mail, known or not, on a device that never signed in to it; `minutes`
 * (whole, at least 1) until the next try counts. `busy`: too many people wait; nothing was tried.
 */
export type PasswordOutcome =
  | { readonly outcome: 'right'; readonly account: KnownAccount }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'locked'; readonly minutes: number }
  | { readonly outcome: 'busy' }

/** Tries a password at a door that lets `roles` in. Never throws for what was typed. */
export async function tryPassword(
  { payload }: FrontContext,
  _request: IncomingMessage,
  typed: { readonly email: string; readonly password: string; readonly roles: readonly Role[] },
): Promise<PasswordOutcome> {
  const account = await accountByPassword(payload, typed.email, typed.password, typed.roles)
  return account === null ? { outcome: 'wrong' } : { outcome: 'right', account }
}

/** What a try of a second-factor code came to. `paused`: the account takes no code for `minutes`. */
export type CodeOutcome =
  | { readonly outcome: 'right' }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'paused'; readonly minutes: number }

/** Tries a code of an account's second factor, which must be set up. A code counts once. */
export async function tryCode(
  { payload }: FrontContext,
  _request: IncomingMessage,
  typed: { readonly user: string; readonly code: string },
): Promise<CodeOutcome> {
  const { user, code } = typed
  const factor = await findSecondFactor(payload, user)
  if (factor === null || isCodePaused(user)) return { outcome: 'paused', minutes: 15 }
  const step = acceptedStep(factor.secret, code, Date.now(), factor.lastStep)
  if (step === null) {
    countWrongCode(user)
    await countFailure(payload, user)
    return isCodePaused(user) ? { outcome: 'paused', minutes: 15 } : { outcome: 'wrong' }
  }
  forgetWrongCodes(user)
  await noteStep(payload, user, step)
  return { outcome: 'right' }
}

/** After the last step of a sign-in: no failure is remembered, and this browser is known to the account from now on. */
export async function completeSignIn(
  { payload }: FrontContext,
  _request: IncomingMessage,
  _response: ServerResponse,
  account: KnownAccount,
): Promise<void> {
  await forgetFailures(payload, account.id)
}
