import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { passwordMark } from '#cms/endpoints/desk-session.ts'
import { findSecondFactor, noteStep } from '#cms/endpoints/desk-store.ts'
import { acceptedStep } from '#cms/endpoints/desk-totp.ts'
import type { FrontContext } from '#cms/endpoints/front.ts'
import { collections, type Role } from '#src/slugs.ts'
import { isKnownDevice, knownDevice, rememberDevice } from './device.ts'
import { hashingLanes, isPassword, type StoredPassword } from './password.ts'
import {
  codeRule,
  forgetTries,
  passwordRule,
  type Reserved,
  releaseTry,
  reserveTry,
  subjectOf,
  takeOnce,
  type TryRule,
} from './tries.ts'

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

type Account = StoredPassword & { id: string; email: string; role?: Role }

/** Every refusal but `busy` is answered this long after its start, whatever made it one. Milliseconds. */
const refusalTime = 900
/** A code is taken for a minute and a half; for longer than that its step counts as used. Milliseconds. */
const stepMemory = 10 * 60_000

const minutesUntil = (end: number): number => Math.max(1, Math.ceil((end - Date.now()) / 60_000))

/** Tries a password at a door that lets `roles` in. Never throws for what was typed. */
export async function tryPassword(
  context: FrontContext,
  request: IncomingMessage,
  typed: { readonly email: string; readonly password: string; readonly roles: readonly Role[] },
): Promise<PasswordOutcome> {
  const started = Date.now()
  const outcome = await measure(context, request, typed)
  if (outcome.outcome === 'wrong' || outcome.outcome === 'locked')
    await sleep(Math.max(0, started + refusalTime - Date.now()))
  return outcome
}

async function measure(
  context: FrontContext,
  request: IncomingMessage,
  typed: { readonly email: string; readonly password: string; readonly roles: readonly Role[] },
): Promise<PasswordOutcome> {
  const { payload } = context
  const email = typed.email.trim().toLowerCase()
  const find = () => findAccount(payload, { email: { equals: email } })
  // Whoever gets no place costs no look into the database.
  const early = isKnownDevice(request, context) ? await find() : null
  const own = await reserveOwn(context, request, { account: early, kind: 'password', rule: passwordRule })
  const place = hashingLanes.enter(own === null ? 'new' : 'known')
  if (place === null) return { outcome: 'busy' }
  try {
    const tried = own ?? (await reserveTry(payload, subjectOf(payload, 'password', email), passwordRule))
    if (!tried.isReserved) return { outcome: 'locked', minutes: minutesUntil(tried.end) }
    const account = early ?? (await find())
    const isRight = await place.run(() => isPassword(typed.password, account))
    const role = typed.roles.find(one => one === account?.role)
    if (account === null || !isRight || role === undefined) return { outcome: 'wrong' }
    await releaseTry(payload, tried)
    const { id, hash } = account
    return { outcome: 'right', account: { id, email: account.email, role, mark: passwordMark(hash) } }
  } finally {
    place.leave()
  }
}

/** What a try of a second-factor code came to. `paused`: the account takes no code for `minutes`. */
export type CodeOutcome =
  | { readonly outcome: 'right' }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'paused'; readonly minutes: number }

/** Tries a code of an account's second factor, which must be set up. A code counts once. */
export async function tryCode(
  context: FrontContext,
  request: IncomingMessage,
  { user, code }: { readonly user: string; readonly code: string },
): Promise<CodeOutcome> {
  const { payload } = context
  const account = await findAccount(payload, { id: { equals: user } })
  const own = await reserveOwn(context, request, { account, kind: 'code', rule: codeRule })
  const tried = own ?? (await reserveTry(payload, subjectOf(payload, 'code', user), codeRule))
  if (!tried.isReserved) return { outcome: 'paused', minutes: minutesUntil(tried.end) }
  const factor = await findSecondFactor(payload, user)
  const step = factor && acceptedStep(factor.secret, code, Date.now(), factor.lastStep)
  if (step === null || !(await takeOnce(payload, subjectOf(payload, 'step', user, String(step)), stepMemory)))
    return tried.end === null ? { outcome: 'wrong' } : { outcome: 'paused', minutes: minutesUntil(tried.end) }
  await noteStep(payload, user, step)
  await forgetTries(payload, tried.subject)
  return { outcome: 'right' }
}

/**
 * After the last step of a sign-in: no failure is remembered, and this browser is known to the account from now on. To be called
 * when the session's own cookie is set: it adds one.
 */
export async function completeSignIn(
  context: FrontContext,
  request: IncomingMessage,
  response: ServerResponse,
  account: KnownAccount,
): Promise<void> {
  const { payload } = context
  const device = knownDevice(request, context, account)
  const subject =
    device === null
      ? subjectOf(payload, 'password', account.email)
      : subjectOf(payload, 'password', account.id, device)
  await forgetTries(payload, subject)
  rememberDevice(request, response, context, account)
}

/**
 * A try out of those that a device has for itself once it has signed in to the account, so that nobody else can use them up.
 * Null on any other device, and where they are used up: then it stands where a new device stands.
 */
async function reserveOwn(
  context: FrontContext,
  request: IncomingMessage,
  { account, kind, rule }: { account: Account | null; kind: 'password' | 'code'; rule: TryRule },
): Promise<Reserved | null> {
  const owner = { id: account?.id ?? '', mark: passwordMark(account?.hash) }
  const device = knownDevice(request, context, owner)
  if (account === null || device === null) return null
  const { payload } = context
  const tried = await reserveTry(payload, subjectOf(payload, kind, account.id, device), rule)
  return tried.isReserved ? tried : null
}

function findAccount(
  payload: Payload,
  where: { email: { equals: string } } | { id: { equals: string } },
): Promise<Account | null> {
  return payload.db.findOne<Account>({ collection: collections.users, where })
}
