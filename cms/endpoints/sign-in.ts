import { z } from 'zod'
import { cmsRoles } from '#cms/access/who.ts'
import { closeCmsSession, openCmsSession, sessionCookie } from '#cms/accounts/cms-session.ts'
import { completeSignIn, type KnownAccount, tryCode, tryPassword } from '#cms/accounts/door.ts'
import { putCookie } from '#cms/accounts/door-sessions.ts'
import { isFactorDemanded, mayPutOff } from '#cms/accounts/second-factor-demand.ts'
import { needsFirstAccount } from '#cms/first-account.ts'
import { findSecondFactor, saveSecondFactor } from './desk-store.ts'
import { type FrontHandler, refuse } from './front.ts'
import { endPending, findPending, startPending } from './pending-sign-in.ts'
import { problemsOf, readForm } from './plain-form.ts'
import { codeShape, confirmedSecret } from './second-factor-page.ts'
import { sendWhereTheLinkLies } from './setup.ts'
import {
  type DoorCall,
  doorCall,
  sendCode,
  sendEnrol,
  sendSignedOut,
  sendSignIn,
  sendSignOutAsk,
} from './sign-in-pages.ts'
import { redirectTo, returnPath, signedIn } from './sign-in-return.ts'
import { targetOf } from './target.ts'

const paths = ['/admin/login', '/admin/logout', '/admin/logout-inactivity']

/**
 * `/admin/login`: e-mail and password, then the second factor, then Payload's session and back to where one was going;
 * `/admin/logout` ends it. Pages of our own that work without script. A navigation inside the admin ends on them too: Next
 * loads what is no answer of its own as a page.
 */
export const handleSignIn: FrontHandler = async (request, response, context) => {
  const { path, search } = targetOf(request)
  const page = path.replace(/\/$/, '')
  if (!paths.includes(page)) return false
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (!isReading && request.method !== 'POST') throw refuse('wrong-method')
  // With no-referrer the browser would send the form with the origin "null".
  response.setHeader('Referrer-Policy', 'same-origin')
  const call = doorCall(request, response, context, search)
  if (page === '/admin/logout') await signOut(call, isReading)
  else if (page === '/admin/logout-inactivity') redirectTo(response, address(call, 'berakhir'))
  else if (isReading) await show(call)
  else await take(call, await readForm(request))
  return true
}

/** The door's address with where one was going, and what to tell there. */
function address({ search }: DoorCall, step?: 'berakhir' | 'kode'): string {
  const back = returnPath(search)
  const query = new URLSearchParams({
    ...(back === '/admin' ? {} : { redirect: back }),
    ...(step ? { langkah: step } : {}),
  })
  return `/admin/login${query.size > 0 ? `?${query}` : ''}`
}

async function show(call: DoorCall): Promise<void> {
  const { context, request, response, search, text } = call
  const pending = await findPending(request, context)
  if (pending?.session.stage === 'enrol') return sendEnrol(call, 200, pending)
  if (pending) return sendCode(call, 200, pending.account)
  if (await signedIn(request, context)) return redirectTo(response, returnPath(search))
  if (await needsFirstAccount(context.payload)) return sendWhereTheLinkLies(request, response, 200)
  const step = new URLSearchParams(search).get('langkah')
  sendSignIn(call, 200, {
    ...(step === 'kode' ? { note: text('noSession') } : {}),
    ...(step === 'berakhir' ? { note: text('ended') } : {}),
  })
}

async function take(call: DoorCall, sent: URLSearchParams): Promise<void> {
  const { context, request, response } = call
  const step = sent.get('langkah')
  if (step === 'ulang') {
    endPending(request, response, context.env)
    return redirectTo(response, address(call))
  }
  if (step === 'kode' || step === 'pasang' || step === 'nanti') {
    const pending = await findPending(request, context)
    const wanted = step === 'kode' ? 'second-factor' : 'enrol'
    // Another tab was faster, or it took too long: the page says where one stands.
    if (pending?.session.stage !== wanted) return redirectTo(response, address(call, 'kode'))
    if (step === 'kode') return takeCode(call, pending.account, sent)
    if (step === 'pasang') return takeEnrolment(call, pending, sent)
    return putOff(call, pending.account)
  }
  return takePassword(call, sent)
}

async function takePassword(call: DoorCall, sent: URLSearchParams): Promise<void> {
  const { context, request, response, text } = call
  const parsed = z
    .object({
      email: z
        .string(text('badEmail'))
        .trim()
        .max(254, text('badEmail'))
        .pipe(z.email(text('badEmail'))),
      password: z.string(text('noPassword')).min(1, text('noPassword')).max(1024, text('wrong')),
    })
    .safeParse(Object.fromEntries(sent))
  if (!parsed.success) return sendSignIn(call, 400, { problems: problemsOf(parsed.error), sent })
  const tried = await tryPassword(context, request, { ...parsed.data, roles: cmsRoles })
  if (tried.outcome === 'wrong') return sendSignIn(call, 401, { problems: { password: text('wrong') }, sent })
  if (tried.outcome === 'locked')
    return sendSignIn(call, 429, { problems: { password: text('locked', { n: tried.minutes }) }, sent })
  if (tried.outcome === 'busy') return sendSignIn(call, 503, { note: text('busy'), sent })
  const { account } = tried
  const factor = await findSecondFactor(context.payload, account.id)
  if (factor === null && !isFactorDemanded(context.env, account.role)) return letIn(call, account, false)
  startPending(request, response, context, account, factor === null ? 'enrol' : 'second-factor')
  redirectTo(response, address(call, 'kode'))
}

/** Lets an administrator of a server that only this machine reaches in without a second factor, unless there is one by now. */
async function putOff(call: DoorCall, account: KnownAccount): Promise<void> {
  const { context, request, response } = call
  if (!mayPutOff(request, context.env, account.role)) throw refuse('not-allowed')
  if ((await findSecondFactor(context.payload, account.id)) === null) return letIn(call, account, false)
  endPending(request, response, context.env)
  redirectTo(response, address(call))
}

async function takeCode(call: DoorCall, account: KnownAccount, sent: URLSearchParams): Promise<void> {
  const { context, request, response, text } = call
  const code = codeShape(text).safeParse(sent.get('code') ?? '')
  if (!code.success) return sendCode(call, 400, account, { code: text('codeShape') })
  const tried = await tryCode(context, request, { user: account.id, code: code.data })
  if (tried.outcome === 'right') return letIn(call, account)
  if (tried.outcome === 'wrong') return sendCode(call, 401, account, { code: text('codeWrong') })
  endPending(request, response, context.env)
  sendSignIn(call, 429, { note: text('codePaused', { n: tried.minutes }) })
}

async function takeEnrolment(
  call: DoorCall,
  pending: NonNullable<Awaited<ReturnType<typeof findPending>>>,
  sent: URLSearchParams,
): Promise<void> {
  const { context, response, text } = call
  const { account, session } = pending
  const code = codeShape(text).safeParse(sent.get('code') ?? '')
  if (!code.success) return sendEnrol(call, 400, pending, { code: text('codeShape') })
  const confirmed = confirmedSecret(session, code.data)
  if (confirmed === null) return sendEnrol(call, 401, pending, { code: text('codeWrong') })
  const { secret, step } = confirmed
  if (await saveSecondFactor(context.payload, account.id, secret, step)) return letIn(call, account)
  // Somebody else with the same password was faster: from now on their code is asked.
  endPending(call.request, response, context.env)
  redirectTo(response, address(call))
}

/** After the last step: Payload's session in its cookie, and on to where one was going. */
async function letIn(call: DoorCall, account: KnownAccount, hasFactor = true): Promise<void> {
  const { context, request, response, search } = call
  endPending(request, response, context.env)
  await completeSignIn(context, request, response, account)
  const token = await openCmsSession(context.payload, account.id, { hasFactor, mark: account.mark })
  putCookie(response, sessionCookie(context.payload, token))
  redirectTo(response, returnPath(search))
}

/** A link of ours signs out at once; whatever else reads the address is asked. */
async function signOut(call: DoorCall, isReading: boolean): Promise<void> {
  const { context, request, response } = call
  const { 'sec-fetch-dest': goal, 'sec-fetch-site': from } = request.headers
  const user = await signedIn(request, context)
  if (isReading && user && !(goal === 'document' && from === 'same-origin')) return sendSignOutAsk(call)
  if (!isReading) await readForm(request)
  if (user) await closeCmsSession(context.payload, user)
  putCookie(response, sessionCookie(context.payload, null))
  sendSignedOut(call)
}
