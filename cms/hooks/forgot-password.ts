import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { newPasswordUrl } from '#cms/endpoints/account-link.ts'
import { newPasswordMail } from '#cms/mail-texts.ts'
import { say } from './say.ts'

/** The message with the reset link. The link's host is the configured one: a request's Host header could name another. */
export function forgotPassword(adminUrl: string) {
  const message = (token = '') => newPasswordMail(newPasswordUrl(adminUrl, token))
  return {
    generateEmailSubject: () => message().subject,
    generateEmailHTML: (args?: { token?: string }) => message(args?.token).html,
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
