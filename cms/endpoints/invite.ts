import {
  commitTransaction,
  type Endpoint,
  Forbidden,
  initTransaction,
  killTransaction,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { z } from 'zod'
import { isAdmin } from '#cms/access/is-admin.ts'
import type { Env } from '#cms/env.ts'
import { say, type Words } from '#cms/hooks/say.ts'
import { invitationMail } from '#cms/mail-texts.ts'
import { collections, roles } from '#src/slugs.ts'
import { type AccountLink, makeAccountLink } from './account-link.ts'

const needsOffice: readonly string[] = ['publisher', 'editor']

const inviteSchema = z
  .object({
    name: z.string().trim().min(1).max(120),
    email: z.email().max(200),
    role: z.enum(roles),
    office: z.string().max(36).nullable().default(null),
  })
  .refine(({ office, role }) => office !== null || !needsOffice.includes(role), { path: ['office'] })

const problems: Record<string, Words> = {
  name: { id: 'Isi nama, paling banyak 120 huruf.', en: 'Give the name, 120 characters at most.' },
  email: {
    id: 'Tulis alamat surel yang lengkap, misalnya nama@contoh.go.id.',
    en: 'Write the whole e-mail address, such as name@example.go.id.',
  },
  role: { id: 'Pilih peran.', en: 'Choose a role.' },
  office: {
    id: 'Pilih kantor: tanpa kantor penerbit dan penyunting tidak dapat menulis.',
    en: 'Choose an office: without one, publishers and editors cannot write.',
  },
}
const taken: Words = {
  id: 'Surel ini sudah punya akun. Buka akun itu di daftar dan buat tautan kata sandi di sana.',
  en: 'This address has an account already. Open it in the list and make a password link there.',
}

function refusal(req: PayloadRequest, told: Record<string, Words>): ValidationError {
  const errors = Object.entries(told).map(([path, words]) => ({ path, message: say(req, words) }))
  return new ValidationError({ collection: collections.users, errors }, req.t)
}

async function readInvitation(req: PayloadRequest): Promise<z.infer<typeof inviteSchema>> {
  const parsed = inviteSchema.safeParse(await req.json?.())
  if (parsed.success) return parsed.data
  const paths = parsed.error.issues.map(({ path }) => String(path[0]))
  throw refusal(req, Object.fromEntries(paths.map(path => [path, problems[path] ?? taken])))
}

/** Makes the account and its link, both or none. `keepDoorsShut` gives it a password that nobody knows. */
async function makeAccount(
  req: PayloadRequest,
  invitation: z.infer<typeof inviteSchema>,
  adminUrl: string,
): Promise<AccountLink & { id: string }> {
  const { email } = invitation
  await initTransaction(req)
  try {
    const known = await req.payload.count({
      collection: collections.users,
      where: { email: { equals: email.toLowerCase() } },
      overrideAccess: false,
      req,
    })
    if (known.totalDocs > 0) throw refusal(req, { email: taken })
    const { id } = await req.payload.create({
      collection: collections.users,
      data: invitation as typeof invitation & { password: string },
      depth: 0,
      overrideAccess: false,
      req,
    })
    const link = await makeAccountLink(req, email, adminUrl)
    await commitTransaction(req)
    return { ...link, id }
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/**
 * `POST /api/users/undang` with `{ name, email, role, office }`, for administrators: makes an account whose owner writes the
 * password by a one-time link. Answers `{ id, url, expires, mailed }`; `mailed` is null where the server sends no mail, and
 * false where the message could not be sent.
 */
export const inviteEndpoint = (env: Pick<Env, 'adminUrl' | 'SMTP_URL'>): Omit<Endpoint, 'root'> => ({
  path: '/undang',
  method: 'post',
  handler: async req => {
    if (!isAdmin({ req })) throw new Forbidden(req.t)
    const invitation = await readInvitation(req)
    const account = await makeAccount(req, invitation, env.adminUrl)
    const mailed = env.SMTP_URL
      ? await req.payload
          .sendEmail({ to: invitation.email, ...invitationMail(invitation.name, account.url) })
          .then(
            () => true,
            () => false,
          )
      : null
    return Response.json({ ...account, mailed }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  },
})
