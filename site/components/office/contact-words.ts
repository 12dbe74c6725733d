import type { ContactKind, OfficeContact } from '#src/content/office.ts'
import { hostOf } from '../../format.ts'

/** Names of the kinds of contacts for readers. */
export const contactNames: Record<ContactKind, string> = {
  alamat: 'Alamat',
  telepon: 'Telepon',
  whatsapp: 'WhatsApp',
  surel: 'Surel',
  situs: 'Laman resmi',
}

const digits = (text: string) => text.replace(/[^\d+]/g, '')

/** Where a contact leads with one tap, or null for a postal address. `value`: as it is written, national or international. */
export function contactHref({ kind, value }: Pick<OfficeContact, 'kind' | 'value'>): string | null {
  switch (kind) {
    case 'alamat':
      return null
    case 'telepon':
      return `tel:${digits(value)}`
    case 'whatsapp':
      return `https://wa.me/${digits(value).replace('+', '').replace(/^0/, '62')}`
    case 'surel':
      return `mailto:${value}`
    case 'situs':
      return value
  }
}

/** A contact as it is shown: a website by its host, everything else as it is written. */
export function contactText({ kind, value }: Pick<OfficeContact, 'kind' | 'value'>): string {
  return kind === 'situs' ? hostOf(value) : value
}
