import type { PayloadRequest } from 'payload'

/** A text of ours in both languages of the admin. */
export type Words = { id: string; en: string }

/** The text in the caller's language: English where they ask for it, Indonesian otherwise. */
export function say(req: Pick<PayloadRequest, 'i18n'>, words: Words): string {
  return req.i18n?.language === 'en' ? words.en : words.id
}
