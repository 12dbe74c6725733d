import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { forgetTries, subjectOf, takeOnce } from '#cms/accounts/tries.ts'
import { fill } from '#src/i18n/fill.ts'
import { collections, type Language } from '#src/slugs.ts'
import { type FrontContext, refuse } from './front.ts'
import { type FormField, formMarkup, newPasswordForm, problemsOf, readForm } from './plain-form.ts'
import { sendPlainPage } from './plain-page.ts'
import { staffLanguage } from './sign-in-words.ts'
import { targetOf } from './target.ts'

/** Payload's own address for it leads to the same page. */
const address = /^\/(?:sandi|admin\/reset)\/([^/]{1,200})\/?$/

/** A link that was used stays used for longer than any link lives. Milliseconds. */
const linkMemory = 48 * 60 * 60_000

type Owner = {
  id: string
  name: string
  email: string
  role: string
  resetPasswordExpiration?: string | null
}

const words = {
  done: { id: 'Kata sandi Anda tersimpan', en: 'Your password is saved' },
  doneHow: {
    id: 'Tautan tadi tidak berlaku lagi. Masuklah dengan surel {{email}} dan kata sandi baru.',
    en: 'That link works no more. Sign in with the e-mail {{email}} and the new password.',
  },
  openDesk: { id: 'Buka meja laporan', en: 'Open the desk' },
  signIn: { id: 'Masuk ke CMS', en: 'Sign in to the CMS' },
  email: { id: 'Surel Anda', en: 'Your e-mail' },
  title: { id: 'Tulis kata sandi Anda', en: 'Write your password' },
  hello: {
    id: 'Halo {{name}}. Hanya Anda yang tahu kata sandi ini; pengelola tidak dapat membacanya.',
    en: 'Hello {{name}}. Only you know this password; administrators cannot read it.',
  },
  save: { id: 'Simpan kata sandi', en: 'Save the password' },
  over: {
    id: 'Tautan ini sudah dipakai atau lewat waktunya',
    en: 'This link was used or is past its time',
  },
  overHow: {
    id: 'Tautan berlaku sekali saja. Bila Anda sudah menulis kata sandi, silakan masuk. Bila belum, mintalah tautan baru kepada pengelola situs Anda.',
    en: 'A link works once. If you have written a password, sign in. If not, ask your administrator for a new link.',
  },
  unknown: { id: 'Tautan ini tidak berlaku', en: 'This link does not work' },
  unknownWhy: {
    id: 'Mungkin tautannya terpotong saat disalin, atau sudah diganti tautan yang lebih baru.',
    en: 'Perhaps it was cut when it was copied, or a newer link has replaced it.',
  },
  unknownHow: {
    id: 'Bila Anda sudah punya kata sandi, silakan masuk. Bila belum, mintalah tautan baru kepada pengelola situs Anda.',
    en: 'If you have a password, sign in. If not, ask your administrator for a new link.',
  },
} satisfies Record<string, Record<Language, string>>

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
  if (!owner) sendUnknown(request, response)
  else if (!isOpen(owner)) sendOver(request, response)
  else if (!sent) sendForm(request, response, 200, owner)
  else await save(request, response, context, { token, owner, sent })
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

async function save(
  request: IncomingMessage,
  response: ServerResponse,
  { env, payload }: FrontContext,
  { owner, sent, token }: Wish,
): Promise<void> {
  const language = staffLanguage(request)
  const passwords = newPasswordForm(language)
  const parsed = z
    .object(passwords.shape)
    .refine(passwords.isSame, passwords.sameTwice)
    .safeParse(Object.fromEntries(sent))
  if (!parsed.success) return sendForm(request, response, 400, owner, problemsOf(parsed.error))
  // Of two who send it at once, the second finds it used.
  const once = subjectOf(payload, 'link', token)
  if (!(await takeOnce(payload, once, linkMemory))) return sendOver(request, response)
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
  const link =
    owner.role === 'handler'
      ? { href: `${env.deskUrl}/`, text: words.openDesk[language] }
      : { href: '/admin', text: words.signIn[language] }
  sendPlainPage(response, 200, {
    language,
    title: words.done[language],
    paragraphs: [fill(words.doneHow[language], { email: owner.email })],
    links: [link],
  })
}

function sendForm(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { email, name }: Owner,
  problems: Record<string, string> = {},
): void {
  const language = staffLanguage(request)
  const fields: readonly FormField[] = [
    {
      name: 'email',
      label: words.email[language],
      attributes: 'type="email" autocomplete="username" readonly',
    },
    ...newPasswordForm(language).fields,
  ]
  sendPlainPage(response, status, {
    language,
    title: words.title[language],
    paragraphs: [fill(words.hello[language], { name })],
    markup: formMarkup(fields, words.save[language], problems, new URLSearchParams({ email })),
  })
}

function sendOver(request: IncomingMessage, response: ServerResponse): void {
  const language = staffLanguage(request)
  sendPlainPage(response, 410, {
    language,
    title: words.over[language],
    paragraphs: [words.overHow[language]],
    links: [{ href: '/admin', text: words.signIn[language] }],
  })
}

function sendUnknown(request: IncomingMessage, response: ServerResponse): void {
  const language = staffLanguage(request)
  sendPlainPage(response, 404, {
    language,
    title: words.unknown[language],
    paragraphs: [words.unknownWhy[language], words.unknownHow[language]],
    links: [{ href: '/admin', text: words.signIn[language] }],
  })
}
