import { type CollectionBeforeOperationHook, ValidationError } from 'payload'
import { say } from './say.ts'

const MIN_LENGTH = 12
const MAX_LENGTH = 128

/** A new password is a text of 12 to 128 characters: length is what makes guessing hard. */
export const checkPassword: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (!['create', 'update', 'resetPassword'].includes(operation)) return args
  const password = 'data' in args ? (args.data as { password?: unknown } | undefined)?.password : undefined
  if (password === undefined || password === null || password === '') return args
  if (typeof password === 'string' && password.length >= MIN_LENGTH && password.length <= MAX_LENGTH)
    return args
  const message = say(req, {
    id: `Kata sandi ${MIN_LENGTH} sampai ${MAX_LENGTH} huruf atau angka. Beberapa kata yang tidak berkaitan mudah diingat dan sulit ditebak.`,
    en: `A password has ${MIN_LENGTH} to ${MAX_LENGTH} characters. A few unrelated words are easy to remember and hard to guess.`,
  })
  throw new ValidationError({ collection: collection.slug, errors: [{ path: 'password', message }] }, req.t)
}
