import { z } from 'zod'
import { completeSignIn, tryCode, tryPassword } from '#cms/accounts/door.ts'
import { demoCode } from '#cms/accounts/demo-code.ts'
import { qrPath } from '#cms/accounts/qr.ts'
import { refuseAtDesk } from './desk-errors.ts'
import type { DeskCall, DeskRoute } from './desk-route.ts'
import { endSession, findSession, finishSignIn, passwordMark, startSession } from './desk-session.ts'
import { findSecondFactor, findStaffKeys, saveSecondFactor } from './desk-store.ts'
import { acceptedStep, base32, newTotpSecret, totpAddress } from './desk-totp.ts'
import { refuse, sendJson } from './front.ts'

const limit = 4096
const signInSchema = z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(1024) })
const codeSchema = z.strictObject({ code: z.string().regex(/^\d{6}$/) })
type SignIn = z.infer<typeof signInSchema>
type Code = z.infer<typeof codeSchema>

/** Seconds after which somebody who found the line full may try again. */
const retryAfter = 5

/** After the right code: a full session, on a browser that is known from now on. */
async function letIn({ request, response, context, session }: DeskCall<Code>): Promise<void> {
  const { user: id, email, password: mark } = session
  const keys = await findStaffKeys(context.payload, id)
  finishSignIn(request, response, context.env, session, passwordMark(keys?.secondFactor))
  await completeSignIn(context, request, response, { id, email, role: 'handler', mark })
  sendJson(response, 200, { stage: 'ready' })
}

const where: DeskRoute = {
  method: 'GET',
  path: '/api/desk/sesi',
  stage: null,
  async run({ request, response, context }) {
    const session = findSession(request, context.env)
    if (session === null) return sendJson(response, 200, { stage: 'signed-out' })
    const { stage, user, offered } = session
    if (!context.env.DEMO || stage === 'ready') return sendJson(response, 200, { stage })
    const shown = await demoCode(context, user, offered)
    sendJson(response, 200, { stage, demoCode: shown && 'code' in shown ? shown.code : null })
  },
}

const signIn: DeskRoute<SignIn> = {
  method: 'POST',
  path: '/api/desk/masuk',
  stage: null,
  body: { limit, schema: signInSchema },
  async run({ request, response, context, body }) {
    const tried = await tryPassword(context, request, { ...(await body()), roles: ['handler'] })
    if (tried.outcome === 'wrong') throw refuseAtDesk('wrong-sign-in')
    if (tried.outcome === 'busy') {
      response.setHeader('Retry-After', retryAfter)
      throw refuseAtDesk('busy')
    }
    if (tried.outcome === 'locked') {
      response.setHeader('Retry-After', tried.minutes * 60)
      throw refuseAtDesk('locked', { minutes: tried.minutes })
    }
    const { id, email, mark } = tried.account
    const stage = (await findSecondFactor(context.payload, id)) === null ? 'enrol' : 'second-factor'
    startSession(request, response, context.env, { user: id, email, password: mark, stage })
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
    const given = await call.body()
    const tried = await tryCode(context, request, { user: session.user, code: given.code })
    if (tried.outcome === 'wrong') throw refuseAtDesk('wrong-code')
    if (tried.outcome === 'paused') {
      endSession(request, response, context.env)
      throw refuseAtDesk('too-many-codes', { minutes: tried.minutes })
    }
    await letIn(call)
  },
}

const offer: DeskRoute = {
  method: 'POST',
  path: '/api/desk/kode/baru',
  stage: 'enrol',
  async run({ response, session }) {
    session.offered ??= newTotpSecret()
    const address = totpAddress(session.offered, session.email)
    const secret = base32(session.offered)
    sendJson(response, 200, { account: session.email, secret, address, qr: qrPath(address) })
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
    if (!(await saveSecondFactor(payload, session.user, secret, step))) throw refuse('not-signed-in')
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
