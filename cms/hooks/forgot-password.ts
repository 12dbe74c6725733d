import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { say } from './say.ts'

/** The message with the reset link. The link's host is the configured one: a request's Host header could name another. */
export function forgotPassword(adminUrl: string) {
  const link = (token: string | undefined) => `${adminUrl}/admin/reset/${encodeURIComponent(token ?? '')}`
  return {
    generateEmailSubject: () => 'Atur ulang kata sandi Berangkat Aman',
    generateEmailHTML: (args?: { token?: string }) =>
      `<p>Seseorang meminta kata sandi baru untuk akun Anda. Bila itu Anda, buka tautan ini dalam satu jam:</p><p><a href="${link(args?.token)}">${link(args?.token)}</a></p><p>Bila bukan Anda, abaikan pesan ini.</p>`,
  }
}

/** Where no mail can be sent, nothing pretends to: the answer says whom to ask. */
export const sayWhomToAsk: CollectionBeforeOperationHook = ({ args, context, operation, req }) => {
  if (operation !== 'forgotPassword' || context.accountLink === true) return args
  const message = say(req, {
    id: 'Server ini tidak mengirim surel. Mintalah tautan atur ulang kepada pengelola situs Anda.',
    en: 'This server sends no mail. Ask your site administrator for a reset link.',
  })
  throw new APIError(message, 400, null, true)
}
