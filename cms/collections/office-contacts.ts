import type { PayloadRequest } from 'payload'
import { type ContactKind, contactKinds, foundContactSchema } from '#src/content/office.ts'
import { phoneHint, whatsappHint } from '#cms/fields/common.ts'
import { say, type Words } from '#cms/hooks/say.ts'

/** Names of the kinds of contacts in the form. */
export const contactKindLabels: Record<ContactKind, Words> = {
  alamat: { id: 'Alamat kantor', en: 'Postal address' },
  telepon: { id: 'Telepon', en: 'Telephone' },
  whatsapp: { id: 'WhatsApp', en: 'WhatsApp' },
  surel: { id: 'Surel', en: 'Email' },
  situs: { id: 'Situs web', en: 'Website' },
}

const hints: Record<ContactKind, Words> = {
  alamat: { id: 'Tulis alamat, paling panjang 300 huruf.', en: 'Write the address, at most 300 letters.' },
  telepon: phoneHint,
  whatsapp: whatsappHint,
  surel: { id: 'Hanya alamat surel yang berakhir .go.id.', en: 'Only an email address that ends in .go.id.' },
  situs: { id: 'Hanya alamat di bawah imigrasi.go.id.', en: 'Only an address under imigrasi.go.id.' },
}

/** Whether a contact has the form of its kind; else says how it should be written. */
export function checkContactValue(
  value: unknown,
  { req, siblingData }: { req: PayloadRequest; siblingData: unknown },
): true | string {
  const kind = contactKinds.find(known => known === (siblingData as { kind?: unknown } | undefined)?.kind)
  // Without a kind, the field that asks for it says so.
  if (!kind) return true
  const parsed = foundContactSchema.safeParse({
    kind,
    value,
    source: { title: '-', url: null, checked: null, note: null },
    note: null,
  })
  return parsed.success || say(req, hints[kind])
}
