import { pathToFileURL } from 'node:url'
import { createLocalReq, getPayload, type Payload } from 'payload'
import { collections } from '#src/slugs.ts'
import { type AccountLink, makeAccountLink } from './endpoints/account-link.ts'
import { loadSettings, serverEnv } from './env.ts'

/**
 * Makes a one-time link with which the owner of an account writes a password: for the first administrator after a restore, and
 * for an only one who forgot the password. Null when no account has this e-mail.
 */
export async function linkFor(
  payload: Payload,
  email: string,
  adminUrl: string,
): Promise<AccountLink | null> {
  const { totalDocs } = await payload.count({
    collection: collections.users,
    where: { email: { equals: email.trim().toLowerCase() } },
    overrideAccess: true,
  })
  if (totalDocs === 0) return null
  return makeAccountLink(await createLocalReq({}, payload), email.trim().toLowerCase(), adminUrl)
}

async function main(email: string | undefined): Promise<number> {
  if (!email) {
    console.error('Pemakaian: npm run staff:link -- nama@contoh.go.id')
    return 1
  }
  loadSettings()
  const { default: config } = await import('./payload.config.ts')
  const payload = await getPayload({ config })
  const link = await linkFor(payload, email, serverEnv().adminUrl)
  await payload.destroy()
  console.log(
    link
      ? `Tautan sekali pakai, berlaku 24 jam. Serahkan kepada pemilik akun ${email} saja:\n${link.url}`
      : `Tidak ada akun ${email}.`,
  )
  return link ? 0 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exit(await main(process.argv[2]))
}
