import type { IncomingMessage, ServerResponse } from 'node:http'
import { knownAccount } from '#cms/accounts/cms-session.ts'
import type { KnownAccount } from '#cms/accounts/door.ts'
import { type DoorSession, type DoorStage, doorSessions } from '#cms/accounts/door-sessions.ts'
import type { FrontContext } from './front.ts'

/** Sign-ins at the CMS that wait for their second factor. None of them opens anything. */
const waiting = doorSessions('masuk', env => env.adminUrl)

/** Ends what waits in this browser. */
export const endPending = waiting.endSession

/** Notes that the password of `account` was right in this browser. */
export function startPending(
  request: IncomingMessage,
  response: ServerResponse,
  { env }: FrontContext,
  account: KnownAccount,
  stage: Exclude<DoorStage, 'ready'>,
): void {
  const { email, id: user, mark: password } = account
  waiting.startSession(request, response, env, { user, email, password, stage })
}

/** The sign-in that waits in this browser with its account; null when there is none, or the account has changed since. */
export async function findPending(
  request: IncomingMessage,
  { env, payload }: FrontContext,
): Promise<{ session: DoorSession; account: KnownAccount } | null> {
  const session = waiting.findSession(request, env)
  const account = session && (await knownAccount(payload, session.user))
  return session && account?.mark === session.password ? { session, account } : null
}

/** For an account that was made in this browser just now: goes on to its second factor without asking its password again. */
export async function beginEnrolment(
  request: IncomingMessage,
  response: ServerResponse,
  context: FrontContext,
  user: string,
): Promise<void> {
  const account = await knownAccount(context.payload, user)
  if (account) startPending(request, response, context, account, 'enrol')
}
