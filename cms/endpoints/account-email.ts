import { z } from 'zod'
import { emailChangedMail } from '#cms/mail-texts.ts'
import { collections } from '#src/slugs.ts'
import { type AccountCall, backLink, noLink } from './account-call.ts'
import { proofFields, proofShape, proveSelf } from './account-proof.ts'
import { after } from './forgotten-password.ts'
import { refuse } from './front.ts'
import { formMarkup, problemsOf } from './plain-form.ts'
import { sendStaffPage } from './sign-in-pages.ts'

/** Changes an e-mail: the own, or for administrators that of the account `id`. The old address is told. */
export async function changeEmail(call: AccountCall, id: string | undefined): Promise<void> {
  const { context, response, sent, text, user } = call
  const { env, payload } = context
  if (id !== undefined && id !== user.id && user.role !== 'admin') throw refuse('not-allowed')
  const account = await payload.findByID({
    collection: collections.users,
    id: id ?? user.id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  if (!account) throw refuse('not-found')
  const { email, name } = account
  const ask = async (status: number, problems: Readonly<Record<string, string>> = {}) =>
    sendStaffPage(call, status, {
      title: text('changeEmail'),
      paragraphs: [text('emailOf', { name, email })],
      markup: formMarkup(
        [
          {
            name: 'email',
            label: text('newEmail'),
            attributes: 'type="email" autocomplete="off" maxlength="200"',
          },
          ...(await proofFields(call, user.id)),
        ],
        text('save'),
        problems,
        sent ?? undefined,
      ),
      links: backLink(call),
    })
  if (!sent) return ask(200)
  const parsed = z
    .object({ email: z.email(text('badEmail')).max(200, text('badEmail')), ...proofShape(text) })
    .safeParse(Object.fromEntries(sent))
  if (!parsed.success) return ask(400, problemsOf(parsed.error))
  const proof = await proveSelf(call, user, parsed.data)
  if ('problems' in proof) return ask(401, proof.problems)
  const isTaken = async () => {
    const where = { email: { equals: parsed.data.email.toLowerCase() }, id: { not_equals: account.id } }
    return (await payload.count({ collection: collections.users, where, overrideAccess: true })).totalDocs > 0
  }
  const refuseTaken = () => ask(400, { email: text('emailTaken') })
  if (await isTaken()) return refuseTaken()
  try {
    await payload.update({
      collection: collections.users,
      id: account.id,
      data: { email: parsed.data.email, ...noLink },
      overrideAccess: true,
    })
  } catch (error) {
    // Of two who take it at once one gets it; each database says so in its own way.
    if (await isTaken()) return refuseTaken()
    throw error
  }
  if (env.SMTP_URL) after(response, () => payload.sendEmail({ to: email, ...emailChangedMail(name) }))
  sendStaffPage(call, 200, {
    title: text('emailDone'),
    paragraphs: account.id === user.id ? [text('emailEnds')] : [],
    links: [...backLink(call), { href: '/admin', text: text('stay') }],
  })
}
