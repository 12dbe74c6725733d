import {
  APIError,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload'
import { dropMemberships, inboxesReadBy } from '#cms/accounts/leave-inboxes.ts'
import { say } from './say.ts'

/** @throws APIError 409 that names the inboxes which this account reads. */
async function refuseReader(req: PayloadRequest, user: string): Promise<void> {
  const inboxes = await inboxesReadBy(req.payload, user, req)
  if (inboxes.length === 0) return
  const inWords = (language: 'id' | 'en', left: (n: number) => string) =>
    inboxes.map(({ name, readers }) => `“${name[language]}” (${left(readers)})`).join(', ')
  const id = inWords('id', n =>
    n === 0 ? 'tidak ada pembaca tersisa, kotak ditutup' : `tersisa ${n} pembaca`,
  )
  const en = inWords('en', n => (n === 0 ? 'no reader left, the inbox closes' : `readers left: ${n}`))
  throw new APIError(
    say(req, {
      id: `Akun ini membaca kotak laporan: ${id}. Buka akun ini, lalu pakai “Lepaskan dari kotak laporan” dahulu.`,
      en: `This account reads inboxes: ${en}. Open the account and use “Take out of the inboxes” first.`,
    }),
    409,
    null,
    true,
  )
}

/** Whoever reads an inbox is not deleted by the way: an administrator takes the account out of it first, seeing what that does. */
export const refuseDeletingReader: CollectionBeforeDeleteHook = ({ id, req }) => refuseReader(req, String(id))

/** The same for the role: without it nobody signs in at the desk. */
export const refuseDemotingReader: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const isDemoted = originalDoc?.role === 'handler' && data.role !== undefined && data.role !== 'handler'
  if (isDemoted) await refuseReader(req, String(originalDoc.id))
  return data
}

/** What the account was founding, and rows that it had not approved, go with it. */
export const dropItsMemberships: CollectionAfterDeleteHook = async ({ id, req }) => {
  await dropMemberships(req.payload, String(id), req)
}
