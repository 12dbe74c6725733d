import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { forgetTries, subjectOf, takeOnce } from '#cms/accounts/tries.ts'
import { collections } from '#src/slugs.ts'
import { type FrontContext, refuse } from './front.ts'
import { type FormField, formMarkup, newPasswordForm, problemsOf, readForm } from './plain-form.ts'
import { sendPlainPage } from './plain-page.ts'
import { targetOf } from './target.ts'

/** Payload's own address for it leads to the same page. */
const address = /^\/(?:sandi|admin\/reset)\/([^/]{1,200})\/?$/
const passwords = newPasswordForm('id')
const passwordSchema = z.object(passwords.shape).refine(passwords.isSame, passwords.sameTwice)

/** A link that was used stays used for longer than any link lives. Milliseconds. */
const linkMemory = 48 * 60 * 60_000

type Owner = {
  id: string
  name: string
  email: string
  role: string
  resetPasswordExpiration?: string | null
}

/** `/sandi/<token>`: where the owner of an account writes a password, by the link of an invitation or a reset. */
export async function handleNewPassword(
  request: IncomingMessage,
  response: ServerResponse,
  context: FrontContext,
): Promise<boolean> {
  const token = address.exec(targetOf(request).path)?.[1]
  if (!token) return false
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (!isReading && request.method !== 'POST') throw refuse('wrong-method')
  // With no-referrer the browser would send the form with the origin "null".
  response.setHeader('Referrer-Policy', 'same-origin')
  const sent = isReading ? null : await readForm(request)
  const owner = await ownerOf(token, context)
  if (!owner) sendUnknown(response)
  else if (!isOpen(owner)) sendOver(response)
  else if (!sent) sendForm(response, 200, owner)
  else await save(response, context, { token, owner, sent })
  return true
}

async function ownerOf(token: string, { payload }: FrontContext): Promise<Owner | null> {
  return await payload.db.findOne<Owner>({
    collection: collections.users,
    where: { resetPasswordToken: { equals: token } },
  })
}

const isOpen = ({ resetPasswordExpiration: end }: Owner) =>
  typeof end === 'string' && Date.parse(end) > Date.now()

type Wish = { token: string; owner: Owner; sent: URLSearchParams }

async function save(response: ServerResponse, { env, payload }: FrontContext, { owner, sent, token }: Wish) {
  const parsed = passwordSchema.safeParse(Object.fromEntries(sent))
  if (!parsed.success) return sendForm(response, 400, owner, problemsOf(parsed.error))
  // Of two who send it at once, the second finds it used.
  const once = subjectOf(payload, 'link', token)
  if (!(await takeOnce(payload, once, linkMemory))) return sendOver(response)
  try {
    await payload.update({
      collection: collections.users,
      id: owner.id,
      data: { password: parsed.data.password, resetPasswordExpiration: new Date().toISOString() },
      overrideAccess: true,
    })
  } catch (error) {
    await forgetTries(payload, once)
    throw error
  }
  const isHandler = owner.role === 'handler'
  sendPlainPage(response, 200, {
    language: 'id',
    title: 'Kata sandi Anda tersimpan',
    paragraphs: [`Tautan tadi tidak berlaku lagi. Masuklah dengan surel ${owner.email} dan kata sandi baru.`],
    links: [
      isHandler
        ? { href: `${env.deskUrl}/`, text: 'Buka meja laporan' }
        : { href: '/admin', text: 'Masuk ke CMS' },
    ],
  })
}

function sendForm(
  response: ServerResponse,
  status: number,
  { email, name }: Owner,
  problems: Record<string, string> = {},
): void {
  const fields: readonly FormField[] = [
    { name: 'email', label: 'Surel Anda', attributes: 'type="email" autocomplete="username" readonly' },
    ...passwords.fields,
  ]
  sendPlainPage(response, status, {
    language: 'id',
    title: 'Tulis kata sandi Anda',
    paragraphs: [`Halo ${name}. Hanya Anda yang tahu kata sandi ini; pengelola tidak dapat membacanya.`],
    markup: formMarkup(fields, 'Simpan kata sandi', problems, new URLSearchParams({ email })),
  })
}

const askAgain = 'Bila belum, mintalah tautan baru kepada pengelola situs Anda.'
const signIn = [{ href: '/admin', text: 'Masuk ke CMS' }]

function sendOver(response: ServerResponse): void {
  sendPlainPage(response, 410, {
    language: 'id',
    title: 'Tautan ini sudah dipakai atau lewat waktunya',
    paragraphs: [
      `Tautan berlaku sekali saja. Bila Anda sudah menulis kata sandi, silakan masuk. ${askAgain}`,
    ],
    links: signIn,
  })
}

function sendUnknown(response: ServerResponse): void {
  sendPlainPage(response, 404, {
    language: 'id',
    title: 'Tautan ini tidak berlaku',
    paragraphs: [
      'Mungkin tautannya terpotong saat disalin, atau sudah diganti tautan yang lebih baru.',
      `Bila Anda sudah punya kata sandi, silakan masuk. ${askAgain}`,
    ],
    links: signIn,
  })
}
