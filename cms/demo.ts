import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { collections, type Role, roles } from '#src/slugs.ts'
import { saveSecondFactor } from './endpoints/desk-store.ts'
import { base32, newTotpSecret } from './endpoints/desk-totp.ts'
import type { Env } from './env.ts'

/** `secret`: of the second factor, in base32. Sign-in pages of a demo show the code that it gives now. */
export type DemoAccount = { role: Role; email: string; password: string; secret: string; passphrase?: string }

/** The roles whose accounts belong to an office. */
const officeRoles: readonly Role[] = ['publisher', 'editor']
/** An inbox needs two founding members. */
const wanted: readonly Role[] = [...roles, 'handler']

/** Makes an account for each role and an open inbox in an empty demo database, and notes them in `akun-demo.json` there. */
export async function fillDemo(payload: Payload, env: Env): Promise<{ print: () => void }> {
  const office = await payload.find({
    collection: collections.offices,
    sort: 'slug',
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const accounts: (DemoAccount & { id: string })[] = []
  for (const [index, role] of wanted.entries()) {
    const number = wanted.slice(0, index).includes(role) ? '2' : ''
    const secret = newTotpSecret()
    const account = {
      role,
      email: `${role}${number}@demo.invalid`,
      password: randomBytes(9).toString('base64url') + randomBytes(3).toString('hex'),
      secret: base32(secret),
    }
    const user = await payload.create({
      collection: collections.users,
      data: {
        role,
        email: account.email,
        password: account.password,
        name: `Demo ${role} ${number}`.trim(),
        office: officeRoles.includes(role) ? (office.docs[0]?.id ?? null) : null,
      },
      overrideAccess: true,
      context: { setup: true },
    })
    await saveSecondFactor(payload, user.id, secret, 0)
    accounts.push({ ...account, id: String(user.id) })
  }
  const { openDemoInbox } = await import('./demo-inbox.ts')
  const users = accounts.filter(account => account.role === 'handler').map(({ id, email }) => ({ id, email }))
  const { members } = await openDemoInbox(payload, { users, env })
  const shown = accounts.map(({ id: _, ...account }) => {
    const member = members.find(({ email }) => email === account.email)
    return member ? { ...account, passphrase: member.passphrase } : account
  })
  writeFileSync(path.join(env.dataDir, 'akun-demo.json'), JSON.stringify(shown, null, 2), { mode: 0o600 })
  return { print: () => print(shown) }
}

function print(accounts: readonly DemoAccount[]): void {
  console.log('\nDEMO: folder sementara, dihapus saat berhenti. Kode kedua tampil di halaman masuk.')
  console.log('Akun (peran, surel, kata sandi, frasa meja):')
  for (const { role, email, password, passphrase } of accounts) {
    console.log(`  ${role.padEnd(10)} ${email.padEnd(26)} ${password}${passphrase ? `   ${passphrase}` : ''}`)
  }
}
