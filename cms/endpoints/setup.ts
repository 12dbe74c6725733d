import type { IncomingMessage, ServerResponse } from 'node:http'
import { ValidationError } from 'payload'
import { z } from 'zod'
import { forgetLink, linkState, needsFirstAccount } from '#cms/first-account.ts'
import { collections, type Language } from '#src/slugs.ts'
import { type FrontContext, languageOf, refuse } from './front.ts'
import { type FormField, formMarkup, newPasswordForm, problemsOf, readForm } from './plain-form.ts'
import { sendPlainPage } from './plain-page.ts'
import { beginEnrolment } from './pending-sign-in.ts'
import { staffLanguage } from './sign-in-words.ts'
import { targetOf } from './target.ts'

const address = /^\/awal\/([\w-]{20,100})$/
/** Where Payload sends everyone while there is no account, to a form that this server refuses. */
const payloadForm = /^\/admin\/create-first-user\/?$/

const words = {
  noName: { id: 'Isi nama Anda.', en: 'Give your name.' },
  longName: {
    id: 'Nama terlalu panjang, paling banyak 120 huruf.',
    en: 'The name is too long, 120 letters at most.',
  },
  badEmail: {
    id: 'Tulis alamat surel yang lengkap, misalnya nama@contoh.go.id.',
    en: 'Write the whole e-mail address, such as name@example.go.id.',
  },
  takenEmail: { id: 'Surel ini tidak dapat dipakai.', en: 'This e-mail cannot be used.' },
  name: { id: 'Nama', en: 'Name' },
  email: { id: 'Surel', en: 'E-mail' },
  make: { id: 'Buat akun', en: 'Make the account' },
  title: { id: 'Buat akun admin pertama', en: 'Make the first admin account' },
  what: {
    id: 'Admin mengundang staf lain dan mengatur situs. Admin tidak dapat membaca laporan.',
    en: 'Admins invite other staff and run the site. They cannot read reports.',
  },
  once: {
    id: 'Tautan ini berlaku sekali, paling lama 24 jam.',
    en: 'This link works once, for 24 hours at most.',
  },
  expired: { id: 'Tautan ini sudah lewat 24 jam', en: 'This link is older than 24 hours' },
  expiredHow: {
    id: 'Hidupkan ulang server: tautan baru ditulis ke berkas akun-pertama.txt di folder data.',
    en: 'Start the server again: a new link is written to the file akun-pertama.txt in the data folder.',
  },
  unknown: { id: 'Tautan ini tidak berlaku', en: 'This link does not work' },
  unknownHow: {
    id: 'Tautan hanya berlaku sekali. Bila akun pertama sudah dibuat, silakan masuk. Staf lain menerima undangan dari admin.',
    en: 'A link works once. If the first account was made, sign in. Other staff get an invitation from an admin.',
  },
  signIn: { id: 'Masuk ke CMS', en: 'Sign in to the CMS' },
  made: { id: 'Akun admin sudah dibuat', en: 'The admin account is made' },
  madeNext: {
    id: 'Tautan tadi tidak berlaku lagi. Langkah berikut: pasang kode kedua di ponsel Anda. Sesudah itu Anda masuk dengan surel, kata sandi, dan kode dari ponsel.',
    en: 'That link works no more. Next: set up the second code on your phone. Afterwards you sign in with e-mail, password and a code from the phone.',
  },
  enrol: { id: 'Pasang kode kedua', en: 'Set up the second code' },
} satisfies Record<string, Record<Language, string>>

function accountSchema(language: Language) {
  const passwords = newPasswordForm(language)
  return z
    .object({
      name: z.string().trim().min(1, words.noName[language]).max(120, words.longName[language]),
      email: z.email(words.badEmail[language]).max(200, words.badEmail[language]),
      ...passwords.shape,
    })
    .refine(passwords.isSame, passwords.sameTwice)
}

// One at a time: of two who send the form at once, the second finds the link used.
let turn: Promise<unknown> = Promise.resolve()

/** `/awal/<token>`: the form behind the one-time link that makes the first admin; and where that link lies. */
export async function handleSetup(
  request: IncomingMessage,
  response: ServerResponse,
  context: FrontContext,
): Promise<boolean> {
  const { path } = targetOf(request)
  if (payloadForm.test(path)) {
    if (!(await needsFirstAccount(context.payload))) return false
    sendWhereTheLinkLies(request, response, 403)
    return true
  }
  const token = address.exec(path)?.[1]
  if (!token) return false
  if (request.method === 'GET' || request.method === 'HEAD') {
    await answer(request, response, context, token, form(staffLanguage(request)))
    return true
  }
  if (request.method !== 'POST') throw refuse('wrong-method')
  const sent = await readForm(request)
  const mine = turn.then(() => create(request, response, context, token, sent))
  turn = mine.catch(() => undefined)
  await mine
  return true
}

/** Says to whoever looks for a sign-in where the one-time link lies, while there is no account. */
export function sendWhereTheLinkLies(
  request: IncomingMessage,
  response: ServerResponse,
  status: 200 | 403,
): void {
  const isEnglish = languageOf(request) === 'en'
  sendPlainPage(response, status, {
    language: isEnglish ? 'en' : 'id',
    title: isEnglish ? 'There is no account yet' : 'Belum ada akun',
    paragraphs: isEnglish
      ? [
          'The first admin account is made by a one-time link. It lies in the file akun-pertama.txt in the data folder of the server, and works for 24 hours. The server writes a new one at each start.',
        ]
      : [
          'Akun admin pertama dibuat lewat tautan sekali pakai. Tautan itu ada di berkas akun-pertama.txt di folder data server, dan berlaku 24 jam. Setiap kali dihidupkan, server menulis tautan baru.',
        ],
  })
}

/** Sends `page` if the link is good, else says why it is not. Returns whether it was good. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  context: FrontContext,
  token: string,
  page: string | null,
): Promise<boolean> {
  const language = staffLanguage(request)
  const state = await linkState(context.payload, token, Date.now())
  // With no-referrer the browser would send the form with the origin "null".
  response.setHeader('Referrer-Policy', 'same-origin')
  if (state === 'valid') {
    if (page !== null) sendForm(response, 200, language, page)
    return true
  }
  const isExpired = state === 'expired'
  sendPlainPage(response, isExpired ? 410 : 404, {
    language,
    title: words[isExpired ? 'expired' : 'unknown'][language],
    paragraphs: [words[isExpired ? 'expiredHow' : 'unknownHow'][language]],
    links: [{ href: '/admin', text: words.signIn[language] }],
  })
  return false
}

async function create(
  request: IncomingMessage,
  response: ServerResponse,
  context: FrontContext,
  token: string,
  sent: URLSearchParams,
): Promise<void> {
  const { payload, env } = context
  if (!(await answer(request, response, context, token, null))) return
  const language = staffLanguage(request)
  const parsed = accountSchema(language).safeParse(Object.fromEntries(sent))
  if (!parsed.success)
    return sendForm(response, 400, language, form(language, problemsOf(parsed.error), sent))
  const { name, email, password } = parsed.data
  let user: string
  try {
    const made = await payload.create({
      collection: collections.users,
      data: { name, email, password, role: 'admin' },
      overrideAccess: true,
      context: { setup: true },
    })
    user = made.id
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    return sendForm(response, 400, language, form(language, { email: words.takenEmail[language] }, sent))
  }
  await forgetLink(payload, env)
  await beginEnrolment(request, response, context, user)
  sendPlainPage(response, 201, {
    language,
    title: words.made[language],
    paragraphs: [words.madeNext[language]],
    links: [{ href: '/admin/login', text: words.enrol[language] }],
  })
}

function sendForm(response: ServerResponse, status: number, language: Language, markup: string): void {
  sendPlainPage(response, status, {
    language,
    title: words.title[language],
    paragraphs: [words.what[language], words.once[language]],
    markup,
  })
}

function form(
  language: Language,
  problems: Readonly<Record<string, string>> = {},
  sent?: URLSearchParams,
): string {
  const fields: readonly FormField[] = [
    { name: 'name', label: words.name[language], attributes: 'autocomplete="name" maxlength="120"' },
    {
      name: 'email',
      label: words.email[language],
      attributes: 'type="email" autocomplete="username" maxlength="200"',
    },
    ...newPasswordForm(language).fields,
  ]
  return formMarkup(fields, words.make[language], problems, sent)
}
