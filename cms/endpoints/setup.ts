import type { IncomingMessage, ServerResponse } from 'node:http'
import { ValidationError } from 'payload'
import { z } from 'zod'
import { forgetLink, linkState, needsFirstAccount } from '#cms/first-account.ts'
import { collections } from '#src/slugs.ts'
import { type FrontContext, languageOf, readBytes, refuse, requireSameOrigin } from './front.ts'
import { escapeHtml, sendPlainPage } from './plain-page.ts'
import { targetOf } from './target.ts'

const address = /^\/awal\/([\w-]{20,100})$/
/** Where Payload sends everyone while there is no account, to a form that this server refuses. */
const payloadForm = /^\/admin\/create-first-user\/?$/
const formLimit = 8 * 1024

const accountSchema = z
  .object({
    name: z
      .string()
      .trim()
      .min(1, 'Isi nama Anda.')
      .max(120, 'Nama terlalu panjang, paling banyak 120 huruf.'),
    email: z.email('Tulis alamat surel yang lengkap, misalnya nama@contoh.go.id.').max(200),
    password: z
      .string()
      .min(12, 'Kata sandi paling sedikit 12 huruf atau angka.')
      .max(128, 'Kata sandi paling banyak 128 huruf atau angka.'),
    again: z.string(),
  })
  .refine(form => form.password === form.again, { path: ['again'], message: 'Kedua kata sandi belum sama.' })
type FormField = 'name' | 'email' | 'password' | 'again'
type Problems = Partial<Record<FormField, string>>

// One at a time: of two who send the form at once, the second finds the link used.
let turn: Promise<unknown> = Promise.resolve()

/** `/awal/<token>`: the form behind the one-time link that makes the first admin; and where that link lies. */
export async function handleSetup(
  request: IncomingMessage,
  response: ServerResponse,
  context: FrontContext,
): Promise<boolean> {
  const { path } = targetOf(request)
  if (payloadForm.test(path)) return sendWhereTheLinkLies(request, response, context)
  const token = address.exec(path)?.[1]
  if (!token) return false
  if (request.method === 'GET' || request.method === 'HEAD') {
    await answer(response, context, token, form({}, { name: '', email: '' }))
    return true
  }
  if (request.method !== 'POST') throw refuse('wrong-method')
  requireSameOrigin(request)
  const sent = new URLSearchParams((await readBytes(request, formLimit)).toString('utf8'))
  const mine = turn.then(() => create(response, context, token, sent))
  turn = mine.catch(() => undefined)
  await mine
  return true
}

async function sendWhereTheLinkLies(
  request: IncomingMessage,
  response: ServerResponse,
  { payload }: FrontContext,
): Promise<boolean> {
  if (!(await needsFirstAccount(payload))) return false
  const isEnglish = languageOf(request) === 'en'
  sendPlainPage(response, 403, {
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
  return true
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
  response: ServerResponse,
  context: FrontContext,
  token: string,
  sent: URLSearchParams,
): Promise<void> {
  const { payload, env } = context
  if (!(await answer(response, context, token, null))) return
  const parsed = accountSchema.safeParse(Object.fromEntries(sent))
  const kept = { name: sent.get('name') ?? '', email: sent.get('email') ?? '' }
  if (!parsed.success) return sendForm(response, 400, form(problemsOf(parsed.error), kept))
  const { name, email, password } = parsed.data
  try {
    await payload.create({
      collection: collections.users,
      data: { name, email, password, role: 'admin' },
      overrideAccess: true,
      context: { setup: true },
    })
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    const message = error.data.errors.map(problem => problem.message).join(' ')
    return sendForm(response, 400, form({ email: message }, kept))
  }
  await forgetLink(payload, env)
  sendPlainPage(response, 201, {
    language: 'id',
    title: 'Akun admin sudah dibuat',
    paragraphs: [
      'Tautan tadi tidak berlaku lagi. Masuklah dengan surel dan kata sandi yang baru Anda tulis.',
    ],
    links: [{ href: '/admin', text: 'Masuk ke CMS' }],
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

function problemsOf(error: z.ZodError): Problems {
  const problems: Problems = {}
  for (const issue of error.issues) problems[issue.path[0] as FormField] ??= issue.message
  return problems
}

function form(problems: Problems, kept: { name: string; email: string }): string {
  const field = (name: FormField, label: string, attributes: string, value = '', hint = '') => {
    const problem = problems[name]
    const described = problem ? ` aria-invalid="true" aria-describedby="${name}-problem"` : ''
    return `<label for="${name}">${label}${hint && ` <span class="hint">${hint}</span>`}</label>
${problem ? `<span class="error" id="${name}-problem">${escapeHtml(problem)}</span>` : ''}
<input id="${name}" name="${name}" ${attributes} required value="${escapeHtml(value)}"${described}>`
  }
  return `<form method="post" novalidate>
${field('name', 'Nama', 'autocomplete="name" maxlength="120"', kept.name)}
${field('email', 'Surel', 'type="email" autocomplete="username" maxlength="200"', kept.email)}
${field('password', 'Kata sandi', 'type="password" autocomplete="new-password"', '', 'Paling sedikit 12 huruf atau angka. Beberapa kata yang tidak berkaitan mudah diingat dan sulit ditebak.')}
${field('again', 'Kata sandi sekali lagi', 'type="password" autocomplete="new-password"')}
<button type="submit">Buat akun</button>
</form>`
}
