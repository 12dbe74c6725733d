import { pathToFileURL } from 'node:url'
import { getPayload, type Payload } from 'payload'
import { collections } from '#src/slugs.ts'
import { loadSettings } from './env.ts'

/**
 * Removes the second factor of a member of staff whose phone is lost; at the next sign-in a new one is set up. A handler's keys
 * stay sealed by the passphrase. Every session of the account ends. Returns false when no account with this e-mail has one.
 */
export async function removeSecondFactor(payload: Payload, email: string): Promise<boolean> {
  const users = await payload.find({
    collection: collections.users,
    where: { email: { equals: email.trim().toLowerCase() } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const user = users.docs[0]
  if (user === undefined) return false
  const { docs } = await payload.update({
    collection: collections.staffKeys,
    where: { and: [{ user: { equals: user.id } }, { secondFactor: { exists: true } }] },
    data: { secondFactor: null },
    overrideAccess: true,
  })
  // Whoever holds the lost phone may hold an open session too. The desk ends its own with the next request.
  await payload.db.updateOne({
    collection: collections.users,
    id: user.id,
    data: { sessions: [], updatedAt: user.updatedAt },
    returning: false,
  })
  return docs.length > 0
}

async function main(email: string | undefined): Promise<number> {
  if (!email) {
    console.error('Pemakaian: npm run staff:reset-code -- nama@contoh.go.id')
    return 1
  }
  loadSettings()
  const { default: config } = await import('./payload.config.ts')
  const payload = await getPayload({ config })
  const isRemoved = await removeSecondFactor(payload, email)
  await payload.destroy()
  console.log(isRemoved ? `Kode kedua ${email} dihapus.` : `${email} tidak punya kode kedua.`)
  return isRemoved ? 0 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exit(await main(process.argv[2]))
}
