import { z } from 'zod'
import { closeOtherSessions, knownAccount } from '#cms/accounts/cms-session.ts'
import { type DoorSession, doorSessions } from '#cms/accounts/door-sessions.ts'
import { replaceFactor } from '#cms/accounts/second-factor.ts'
import { type AccountCall, backLink } from './account-call.ts'
import { oldField, oldShape, proofFields, proofShape, provePassword, proveSelf } from './account-proof.ts'
import { findSecondFactor, saveSecondFactor } from './desk-store.ts'
import { formMarkup, problemsOf } from './plain-form.ts'
import { codeShape, confirmedSecret, enrolMarkup } from './second-factor-page.ts'
import { sendStaffPage } from './sign-in-pages.ts'
import { redirectTo } from './sign-in-return.ts'

/** New phones that wait for their first code: `enrol` where the password was given, `second-factor` where an old code was too. */
const newPhones = doorSessions('ponsel', env => env.adminUrl)

/** Sets up a second factor for who is signed in, or moves it to another phone; then the old code is asked as well. */
export async function changePhone(call: AccountCall): Promise<void> {
  const { context, request, sent, user } = call
  const hasFactor = (await findSecondFactor(context.payload, user.id)) !== null
  const session = newPhones.findSession(request, context.env)
  const account = session && (await knownAccount(context.payload, session.user))
  // Somebody else with the same password may have set one up meanwhile: then the old code is asked after all.
  const mayGoOn = !hasFactor || session?.stage === 'second-factor'
  const isMine = session?.user === user.id && account?.mark === session.password
  if (!session || !isMine || !mayGoOn || (sent && sent.get('langkah') !== 'pasang'))
    return askProof(call, hasFactor)
  await takeFirstCode(call, session)
}

async function takeFirstCode(call: AccountCall, session: DoorSession): Promise<void> {
  const { context, request, response, sent, text, user } = call
  const { env, payload } = context
  const ask = (status: number, problems: Readonly<Record<string, string>> = {}) =>
    sendStaffPage(call, status, {
      title: text('enrolTitle'),
      paragraphs: [text('enrolHow')],
      markup: enrolMarkup(session, env, text, problems),
      links: backLink(call),
    })
  if (!sent) return ask(200)
  const code = codeShape(text).safeParse(sent.get('code') ?? '')
  if (!code.success) return ask(400, { code: text('codeShape') })
  const confirmed = confirmedSecret(session, code.data)
  if (!confirmed) return ask(401, { code: text('codeWrong') })
  const set = session.stage === 'second-factor' ? replaceFactor : saveSecondFactor
  if (!(await set(payload, user.id, confirmed.secret, confirmed.step)))
    return redirectTo(response, '/akun/kode')
  await closeOtherSessions(payload, user)
  newPhones.endSessionsOf(user.id)
  newPhones.endSession(request, response, env)
  sendStaffPage(call, 200, {
    title: text('phoneDone'),
    paragraphs: [text('phoneAgain')],
    links: [...backLink(call), { href: '/admin', text: text('stay') }],
  })
}

async function askProof(call: AccountCall, hasFactor: boolean): Promise<void> {
  const { context, request, response, sent, text, user } = call
  const ask = async (status: number, problems: Readonly<Record<string, string>> = {}) =>
    sendStaffPage(call, status, {
      title: text(hasFactor ? 'changePhone' : 'enrolTitle'),
      paragraphs: [text(hasFactor ? 'accountNeeds' : 'enrolWhy')],
      markup: formMarkup(
        hasFactor ? await proofFields(call, user.id) : [oldField(text)],
        text('next'),
        problems,
      ),
      links: backLink(call),
    })
  if (!sent) return ask(200)
  const parsed = z
    .object(hasFactor ? proofShape(text) : { ...oldShape(text), code: z.string().default('') })
    .safeParse(Object.fromEntries(sent))
  if (!parsed.success) return ask(400, problemsOf(parsed.error))
  const proof = hasFactor
    ? await proveSelf(call, user, parsed.data)
    : await provePassword(call, user, parsed.data.old)
  if ('problems' in proof) return ask(401, proof.problems)
  const { email, mark: password } = proof.account
  const stage = hasFactor ? 'second-factor' : 'enrol'
  newPhones.startSession(request, response, context.env, { user: user.id, email, password, stage })
  redirectTo(response, '/akun/kode')
}
