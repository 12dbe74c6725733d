import { randomBytes } from 'node:crypto'
import { type CollectionBeforeOperationHook, Forbidden, type PayloadRequest, ValidationError } from 'payload'
import { collections } from '#src/slugs.ts'
import { say } from './say.ts'

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** Whether an update would change what one signs in with. A form that sends the e-mail as it is changes nothing. */
async function changesSignIn(args: { data?: unknown; id?: unknown }, req: PayloadRequest): Promise<boolean> {
  const { email, password } = (args.data ?? {}) as { email?: unknown; password?: unknown }
  if (isFilled(password)) return true
  if (email === undefined) return false
  if (args.id === undefined) return true
  const account = await req.payload.db.findOne<{ id: string; email: string }>({
    collection: collections.users,
    where: { id: { equals: args.id } },
    req,
  })
  return account !== null && account.email !== String(email).trim().toLowerCase()
}

/** A new account has a password that nobody knows, until its owner writes one behind a link. */
function withUnknownPassword<Args>(args: Args, req: PayloadRequest): Args {
  const { data } = args as { data?: { password?: unknown } }
  if (!isFilled(data?.password))
    return { ...args, data: { ...data, password: randomBytes(32).toString('base64url') } }
  throw new ValidationError(
    {
      collection: collections.users,
      errors: [
        {
          path: 'password',
          message: say(req, {
            id: 'Kata sandi ditulis pemilik akun sendiri. Pakai “Undang rekan” di daftar akun.',
            en: 'The owner of the account writes the password. Use “Invite a colleague” in the list of accounts.',
          }),
        },
      ],
    },
    req.t,
  )
}

/**
 * Payload's own ways to a session or to another secret stay shut: nobody logs in, prolongs a session or uses a link by it, our own
 * code included, because a session begins at `/admin/login` alone and these ways write the whole account back as they read it;
 * links are made by our own code only; and e-mail and password change on our pages, which ask for the old password and a code. Nobody chooses the password of a new account for its owner.
 */
export const keepDoorsShut: CollectionBeforeOperationHook = async ({ args, context, operation, req }) => {
  if (operation === 'login' || operation === 'refresh' || operation === 'resetPassword')
    throw new Forbidden(req.t)
  const isOurs = req.payloadAPI === 'local'
  if (operation === 'forgotPassword' && !isOurs && context.accountLink !== true) throw new Forbidden(req.t)
  if (operation === 'create' && !isOurs) return withUnknownPassword(args, req)
  // Our own pages act for nobody, after the old password and a fresh code.
  if (operation !== 'update' || (!req.user && isOurs)) return args
  if (!(await changesSignIn(args as { data?: unknown; id?: unknown }, req))) return args
  const message = say(req, {
    id: 'Surel dan kata sandi hanya dapat diganti di halaman /akun, dengan kata sandi lama dan kode dari ponsel.',
    en: 'E-mail and password change only on the page /akun, with the old password and a code from the phone.',
  })
  throw new ValidationError(
    {
      collection: collections.users,
      errors: [
        {
          path: isFilled((args as { data?: { password?: unknown } }).data?.password) ? 'password' : 'email',
          message,
        },
      ],
    },
    req.t,
  )
}
