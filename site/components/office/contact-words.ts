import type { ContactKind, OfficeContact } from '#src/content/office.ts'
import { dialled, whatsappDigits } from '#src/content/written-number.ts'
import { hostOf } from '../../format.ts'

/** Names of the kinds of contacts for readers. */
export const contactNames: Record<ContactKind, string> = {
  alamat: 'Alamat',
  telepon: 'Telepon',
  whatsapp: 'WhatsApp',
  surel: 'Surel',
  situs: 'Laman resmi',
}

/**
 * Where a contact leads with one tap; null for a postal address, and for what is not one number that can be called. `value`:
 * as it is written, national or international.
 */
export function contactHref({ kind, value }: Pick<OfficeContact, 'kind' | 'value'>): string | null {
  switch (kind) {
    case 'alamat':
      return null
    case 'telepon': {
      const number = dialled(value)
      return number && `tel:${number}`
    }
    case 'whatsapp': {
      const number = whatsappDigits(value)
      return number && `https://wa.me/${number}`
    }
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
