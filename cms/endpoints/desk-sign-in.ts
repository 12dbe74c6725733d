import { z } from 'zod'
import { refuseAtDesk } from './desk-errors.ts'
import { accountByPassword, countFailure, forgetFailures } from './desk-password.ts'
import type { DeskCall, DeskRoute } from './desk-route.ts'
import { countWrongCode, forgetWrongCodes, isCodePaused } from './desk-code-lock.ts'
import { codeTries, endSession, findSession, finishSignIn, startSession } from './desk-session.ts'
import { findSecondFactor, saveSecondFactor, noteStep } from './desk-store.ts'
import { acceptedStep, base32, newTotpSecret, totpAddress } from './desk-totp.ts'
import { refuse, sendJson } from './front.ts'

const limit = 4096
const signInSchema = z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(1024) })
const codeSchema = z.strictObject({ code: z.string().regex(/^\d{6}$/) })
type SignIn = z.infer<typeof signInSchema>
type Code = z.infer<typeof codeSchema>

/** After the right code: a full session, and no failure is remembered. */
async function letIn({ request, response, context, session }: DeskCall<Code>): Promise<void> {
  await forgetFailures(context.payload, session.user)
  finishSignIn(request, response, context.env, session)
  sendJson(response, 200, { stage: 'ready' })
}

const where: DeskRoute = {
  method: 'GET',
  path: '/api/desk/sesi',
  stage: null,
  async run({ request, response, context }) {
    sendJson(response, 200, { stage: findSession(request, context.env)?.stage ?? 'signed-out' })
  },
}

const signIn: DeskRoute<SignIn> = {
  method: 'POST',
  path: '/api/desk/masuk',
  stage: null,
  body: { limit, schema: signInSchema },
  async run({ request, response, context: { payload, env }, body }) {
    const { email, password } = await body()
    const account = await accountByPassword(payload, email, password, ['handler'])
    if (account === null) throw refuseAtDesk('wrong-sign-in')
    const factor = await findSecondFactor(payload, account.id)
    // A demo holds generated data only and says so on every page; elsewhere nothing opens before the second factor.
    const withoutFactor = env.DEMO ? 'ready' : 'enrol'
    const stage = factor === null ? withoutFactor : 'second-factor'
    startSession(request, response, env, {
      user: account.id,
      email: account.email,
      password: account.mark,
      stage,
    })
    if (stage === 'ready') await forgetFailures(payload, account.id)
    sendJson(response, 200, { stage })
  },
}

const code: DeskRoute<Code> = {
  method: 'POST',
  path: '/api/desk/kode',
  stage: 'second-factor',
  body: { limit, schema: codeSchema },
  async run(call) {
    const { request, response, context, session } = call
    const { payload, env } = context
    const given = await call.body()
    const factor = await findSecondFactor(payload, session.user)
    if (factor === null) throw refuse('not-signed-in')
    const step = isCodePaused(session.user)
      ? null
      : acceptedStep(factor.secret, given.code, Date.now(), factor.lastStep)
    if (step === null) {
      session.wrongCodes += 1
      if (!isCodePaused(session.user)) countWrongCode(session.user)
      await countFailure(payload, session.user)
      if (session.wrongCodes < codeTries && !isCodePaused(session.user)) throw refuseAtDesk('wrong-code')
      endSession(request, response, env)
      throw refuseAtDesk('too-many-codes')
    }
    forgetWrongCodes(session.user)
    await noteStep(payload, session.user, step)
    await letIn(call)
  },
}

const offer: DeskRoute = {
  method: 'POST',
  path: '/api/desk/kode/baru',
  stage: 'enrol',
  async run({ response, session }) {
    session.offered ??= newTotpSecret()
    const secret = base32(session.offered)
    sendJson(response, 200, {
      account: session.email,
      secret,
      address: totpAddress(session.offered, session.email),
    })
  },
}

const enrol: DeskRoute<Code> = {
  method: 'POST',
  path: '/api/desk/kode/pasang',
  stage: 'enrol',
  body: { limit, schema: codeSchema },
  async run(call) {
    const { session } = call
    const { payload } = call.context
    const given = await call.body()
    const secret = session.offered
    const step = secret === null ? null : acceptedStep(secret, given.code, Date.now(), 0)
    if (secret === null || step === null) throw refuseAtDesk('wrong-code')
    // Somebody else with the same password may have been faster: never put a second secret over a first one.
    if ((await findSecondFactor(payload, session.user)) !== null) throw refuse('not-signed-in')
    await saveSecondFactor(payload, session.user, secret, step)
    await letIn(call)
  },
}

const signOut: DeskRoute = {
  method: 'POST',
  path: '/api/desk/keluar',
  stage: null,
  async run({ request, response, context }) {
    endSession(request, response, context.env)
    sendJson(response, 200, { stage: 'signed-out' })
  },
}

/** Signing in and out. The password alone leads to the second factor and to nothing else. */
export const signInRoutes: readonly DeskRoute[] = [where, signIn, code, offer, enrol, signOut]
