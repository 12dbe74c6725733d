import { z } from 'zod'
import { sessionCookie } from '#cms/accounts/cms-session.ts'
import { putCookie } from '#cms/accounts/door-sessions.ts'
import { collections } from '#src/slugs.ts'
import { type AccountCall, backLink, noLink } from './account-call.ts'
import { changeEmail } from './account-email.ts'
import { changePhone } from './account-phone.ts'
import { proofFields, proofShape, proveSelf } from './account-proof.ts'
import { findSecondFactor } from './desk-store.ts'
import { type FrontHandler, refuse } from './front.ts'
import { formMarkup, newPasswordForm, problemsOf, readForm } from './plain-form.ts'
import { doorCall, sendStaffPage } from './sign-in-pages.ts'
import { redirectTo, signedIn } from './sign-in-return.ts'
import { staffLanguage } from './sign-in-words.ts'
import { targetOf } from './target.ts'

const address = /^\/akun(?:\/(sandi|kode|surel)(?:\/([\w-]{1,36}))?)?\/?$/

/**
 * `/akun`: where staff of the CMS change password, e-mail and phone. Each change asks for the old password and a fresh code,
 * so that neither an open session nor a password alone takes an account over. `/akun/surel/<id>`: an administrator changes
 * somebody's e-mail, with the own password and code.
 */
export const handleOwnAccount: FrontHandler = async (request, response, context) => {
  const { path, search } = targetOf(request)
  const match = address.exec(path)
  if (!match) return false
  const [, part, id] = match
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (!isReading && (request.method !== 'POST' || part === undefined)) throw refuse('wrong-method')
  if (id !== undefined && part !== 'surel') throw refuse('not-found')
  response.setHeader('Referrer-Policy', 'same-origin')
  const sent = isReading ? null : await readForm(request)
  const user = await signedIn(request, context)
  if (!user) {
    redirectTo(response, `/admin/login?${new URLSearchParams({ redirect: path })}`)
    return true
  }
  const call: AccountCall = { ...doorCall(request, response, context, search), user, sent }
  const hasFactor = (await findSecondFactor(context.payload, user.id)) !== null
  if (part === undefined) sendIndex(call, hasFactor)
  else if (part === 'kode') await changePhone(call)
  else if (!hasFactor) sendNoFactor(call)
  else if (part === 'sandi') await changePassword(call)
  else await changeEmail(call, id)
  return true
}

function sendIndex(call: AccountCall, hasFactor: boolean): void {
  const { text, user } = call
  const changes = [
    { href: '/akun/sandi', text: text('changePassword') },
    { href: '/akun/surel', text: text('changeEmail') },
    { href: '/akun/kode', text: text('changePhone') },
  ]
  sendStaffPage(call, 200, {
    title: text('account'),
    paragraphs: [text('accountOf', { email: user.email }), text(hasFactor ? 'accountNeeds' : 'noFactor')],
    links: [
      ...(hasFactor ? changes : [{ href: '/akun/kode', text: text('enrolTitle') }]),
      { href: '/admin', text: text('stay') },
    ],
  })
}

function sendNoFactor(call: AccountCall): void {
  const { text } = call
  sendStaffPage(call, 200, {
    title: text('enrolTitle'),
    paragraphs: [text('noFactor')],
    links: [{ href: '/akun/kode', text: text('enrolTitle') }, ...backLink(call)],
  })
}

async function changePassword(call: AccountCall): Promise<void> {
  const { context, request, response, sent, text, user } = call
  const { payload } = context
  const passwords = newPasswordForm(staffLanguage(request))
  const [first, again] = passwords.fields
  const fields = [{ ...first, label: text('newPassword') }, again]
  const ask = async (status: number, problems: Readonly<Record<string, string>> = {}) =>
    sendStaffPage(call, status, {
      title: text('changePassword'),
      paragraphs: [text('passwordEnds')],
      markup: formMarkup([...(await proofFields(call, user.id)), ...fields], text('save'), problems),
      links: backLink(call),
    })
  if (!sent) return ask(200)
  const parsed = z
    .object({ ...proofShape(text), ...passwords.shape })
    .refine(passwords.isSame, passwords.sameTwice)
    .safeParse(Object.fromEntries(sent))
  if (!parsed.success) return ask(400, problemsOf(parsed.error))
  const proof = await proveSelf(call, user, parsed.data)
  if ('problems' in proof) return ask(401, proof.problems)
  // For no caller: then Payload ends every session of the account, this one too.
  await payload.update({
    collection: collections.users,
    id: user.id,
    data: { password: parsed.data.password, ...noLink },
    overrideAccess: true,
  })
  putCookie(response, sessionCookie(payload, null))
  sendStaffPage(call, 200, {
    title: text('passwordDone'),
    paragraphs: [text('passwordAgain')],
    links: [{ href: '/admin/login', text: text('signIn') }],
  })
}
