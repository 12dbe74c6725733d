import { randomBytes, randomInt } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import { newPasswordMail } from '#cms/mail-texts.ts'
import { collections } from '#src/slugs.ts'
import { newPasswordUrl } from './account-link.ts'
import { type FrontContext, type FrontHandler, refuse } from './front.ts'
import { formMarkup, problemsOf, readForm } from './plain-form.ts'
import { doorCall, sendStaffPage } from './sign-in-pages.ts'
import { targetOf } from './target.ts'

const linkLife = 60 * 60_000
/** No second link goes to an account within this time, so that nobody fills somebody's mailbox. Milliseconds. */
const quietTime = 60_000

/**
 * `/admin/forgot`: sends a link with which one writes a new password. The answer is one text, given before anything is looked
 * up: neither it nor its time tells whether an e-mail has an account. Without a mail server it says whom to ask.
 */
export const handleForgottenPassword: FrontHandler = async (request, response, context) => {
  const { path, search } = targetOf(request)
  if (!/^\/admin\/forgot\/?$/.test(path)) return false
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (!isReading && request.method !== 'POST') throw refuse('wrong-method')
  response.setHeader('Referrer-Policy', 'same-origin')
  const call = doorCall(request, response, context, search)
  const { text } = call
  const sent = isReading ? undefined : await readForm(request)
  const title = text('forgot')
  const links = [{ href: '/admin/login', text: text('signIn') }]
  if (!context.env.SMTP_URL) {
    sendStaffPage(call, isReading ? 200 : 400, { title, paragraphs: [text('forgotNoMail')], links })
    return true
  }
  const email = z.email(text('badEmail')).max(254, text('badEmail'))
  const parsed = z.object({ email }).safeParse(Object.fromEntries(sent ?? []))
  if (sent && parsed.success) {
    after(response, () => sendLink(context, parsed.data.email), somewhatLater())
    sendStaffPage(call, 200, { title, paragraphs: [text('forgotSent')], links })
    return true
  }
  const fields = [
    {
      name: 'email',
      label: text('email'),
      attributes: 'type="email" autocomplete="username" maxlength="254"',
    },
  ]
  const problems = sent && parsed.error ? problemsOf(parsed.error) : {}
  sendStaffPage(call, sent ? 400 : 200, {
    title,
    paragraphs: [text('forgotAsk')],
    markup: formMarkup(fields, text('forgotSend'), problems, sent),
    links,
  })
  return true
}

/** Does `work` once the answer is out, `wait` milliseconds later. A failure leaves one line, without a name in it. */
export function after(response: ServerResponse, work: () => Promise<unknown>, wait = 0): void {
  const run = () =>
    work().catch(() =>
      console.error('Surel kepada staf tidak dapat dikirim. (Mail to staff could not be sent.)'),
    )
  response.once('finish', () => setTimeout(run, wait).unref())
}

/** Some seconds, never the same: what the server does for an account is not felt in the answer to the next question. */
const somewhatLater = (): number => randomInt(1000, 4000)

type Account = {
  id: string
  email: string
  updatedAt: string
  hash?: string | null
  resetPasswordRequestedAt?: string | null
}

/** Sends a link, where the e-mail has an account to which none went just now. */
async function sendLink({ env, payload }: FrontContext, email: string): Promise<void> {
  const now = Date.now()
  const account = await payload.db.findOne<Account>({
    collection: collections.users,
    where: { email: { equals: email.toLowerCase() } },
  })
  // An account without a password was shut by a restore: only an administrator's link opens it.
  if (!account?.hash || Date.parse(account.resetPasswordRequestedAt ?? '') > now - quietTime) return
  const token = randomBytes(20).toString('hex')
  // By one write of our own: Payload would send the message within its transaction, and hold the database meanwhile.
  await payload.db.updateOne({
    collection: collections.users,
    id: account.id,
    data: {
      resetPasswordToken: token,
      resetPasswordExpiration: new Date(now + linkLife).toISOString(),
      resetPasswordRequestedAt: new Date(now).toISOString(),
      updatedAt: account.updatedAt,
    },
    returning: false,
  })
  await payload.sendEmail({ to: account.email, ...newPasswordMail(newPasswordUrl(env.adminUrl, token)) })
}
