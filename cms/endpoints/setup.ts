import type { IncomingMessage, ServerResponse } from 'node:http'
import { ValidationError } from 'payload'
import { z } from 'zod'
import { forgetLink, linkState, needsFirstAccount } from '#cms/first-account.ts'
import { collections } from '#src/slugs.ts'
import { type FrontContext, languageOf, refuse } from './front.ts'
import { type FormField, formMarkup, newPasswordForm, problemsOf, readForm } from './plain-form.ts'
import { sendPlainPage } from './plain-page.ts'
import { beginEnrolment } from './pending-sign-in.ts'
import { targetOf } from './target.ts'

const address = /^\/awal\/([\w-]{20,100})$/
/** Where Payload sends everyone while there is no account, to a form that this server refuses. */
const payloadForm = /^\/admin\/create-first-user\/?$/

const passwords = newPasswordForm('id')
const accountSchema = z
  .object({
    name: z
      .string()
      .trim()
      .min(1, 'Isi nama Anda.')
      .max(120, 'Nama terlalu panjang, paling banyak 120 huruf.'),
    email: z.email('Tulis alamat surel yang lengkap, misalnya nama@contoh.go.id.').max(200),
    ...passwords.shape,
  })
  .refine(passwords.isSame, passwords.sameTwice)

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
    await answer(response, context, token, form())
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
          'Akun admin pertama dibuat lewat tautan sekali pakai. Tautan itu ada di berkas akun-pertama.txt di folder data peladen, dan berlaku 24 jam. Setiap kali dihidupkan, peladen menulis tautan baru.',
        ],
  })
}

/** Sends `page` if the link is good, else says why it is not. Returns whether it was good. */
async function answer(
  response: ServerResponse,
  context: FrontContext,
  token: string,
  page: string | null,
): Promise<boolean> {
  const state = await linkState(context.payload, token, Date.now())
  // With no-referrer the browser would send the form with the origin "null".
  response.setHeader('Referrer-Policy', 'same-origin')
  if (state === 'valid') {
    if (page !== null) sendForm(response, 200, page)
    return true
  }
  const isExpired = state === 'expired'
  sendPlainPage(response, isExpired ? 410 : 404, {
    language: 'id',
    title: isExpired ? 'Tautan ini sudah lewat 24 jam' : 'Tautan ini tidak berlaku',
    paragraphs: isExpired
      ? ['Hidupkan ulang peladen: tautan baru ditulis ke berkas akun-pertama.txt di folder data.']
      : [
          'Tautan hanya berlaku sekali. Bila akun pertama sudah dibuat, silakan masuk. Staf lain menerima undangan dari admin.',
        ],
    links: [{ href: '/admin', text: 'Masuk ke CMS' }],
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
  if (!(await answer(response, context, token, null))) return
  const parsed = accountSchema.safeParse(Object.fromEntries(sent))
  if (!parsed.success) return sendForm(response, 400, form(problemsOf(parsed.error), sent))
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
    const message = error.data.errors.map(problem => problem.message).join(' ')
    return sendForm(response, 400, form({ email: message }, sent))
  }
  await forgetLink(payload, env)
  await beginEnrolment(request, response, context, user)
  sendPlainPage(response, 201, {
    language: 'id',
    title: 'Akun admin sudah dibuat',
    paragraphs: [
      'Tautan tadi tidak berlaku lagi. Langkah berikut: pasang kode kedua di ponsel Anda. Sesudah itu Anda masuk dengan surel, kata sandi, dan kode dari ponsel.',
    ],
    links: [{ href: '/admin/login', text: 'Pasang kode kedua' }],
  })
}

function sendForm(response: ServerResponse, status: number, markup: string): void {
  sendPlainPage(response, status, {
    language: 'id',
    title: 'Buat akun admin pertama',
    paragraphs: [
      'Admin mengundang staf lain dan mengatur situs. Admin tidak dapat membaca laporan.',
      'Tautan ini berlaku sekali, paling lama 24 jam.',
    ],
    markup,
  })
}

function form(problems: Readonly<Record<string, string>> = {}, sent?: URLSearchParams): string {
  const fields: readonly FormField[] = [
    { name: 'name', label: 'Nama', attributes: 'autocomplete="name" maxlength="120"' },
    { name: 'email', label: 'Surel', attributes: 'type="email" autocomplete="username" maxlength="200"' },
    ...passwords.fields,
  ]
  return formMarkup(fields, 'Buat akun', problems, sent)
}
