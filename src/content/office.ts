import { z } from 'zod'
import { areaCodeSchema, daySchema, slugSchema, sourceSchema } from './shared.ts'
import { dialled, whatsappDigits } from './written-number.ts'

/**
 * Whether `address` is a page of the directorate or of one of its offices. Sites that look like one are many
 * (`imigrasi….id`, `….org`, `….com`), so the host alone decides: `imigrasi.go.id` or below it, without a port, and without a
 * name before the host, behind which another one can hide.
 */
export function isImmigrationSite(address: string): boolean {
  if (!URL.canParse(address) || /[\s\\]/.test(address)) return false
  const { hostname, password, port, protocol, username } = new URL(address)
  return (
    /^https?:$/.test(protocol) &&
    `${username}${password}${port}` === '' &&
    /^(?:[a-z0-9-]+\.)*imigrasi\.go\.id$/.test(hostname)
  )
}

/** Whether an office may give `address` as its website: an immigration site, by https. */
export const isOwnSite = (address: string): boolean =>
  isImmigrationSite(address) && new URL(address).protocol === 'https:'

/** Address of an office's website, under `imigrasi.go.id`. */
export const officeSiteSchema = z
  .string()
  .max(1000)
  .refine(isImmigrationSite, 'situs: hanya alamat di bawah imigrasi.go.id')

/** One telephone number as people write it, 3 to 40 characters. */
export const phoneSchema = z
  .string()
  .max(40)
  .refine(value => dialled(value) !== null, 'telepon: satu nomor saja, dengan kode wilayah')

/** One WhatsApp number as people write it, at most 40 characters. */
export const whatsappSchema = z
  .string()
  .max(40)
  .refine(value => whatsappDigits(value) !== null, 'whatsapp: satu nomor saja, diawali 08 atau +62')

/** An email address of the state: its host ends in `.go.id`. */
export const stateEmailSchema = z.email().max(120).endsWith('.go.id', 'surel: hanya alamat .go.id')

/** Part of an office's working area. `code` is null when the published name could not be mapped to a Kemendagri code. */
export const officeAreaSchema = z.object({
  name: z.string().min(1),
  code: areaCodeSchema.nullable(),
  /** True when the office serves only a part of it. */
  partial: z.boolean(),
  /** Year of the source that names this area, shown with it; null where no source of its own is noted. */
  year: z.int().min(1945).max(2100).nullable().default(null),
})

/** What can be known of how to reach an office. */
export const contactKinds = ['alamat', 'telepon', 'whatsapp', 'surel', 'situs'] as const
export type ContactKind = (typeof contactKinds)[number]

const contactForms: Record<ContactKind, z.ZodType> = {
  alamat: z.string().max(300),
  telepon: phoneSchema,
  whatsapp: whatsappSchema,
  surel: stateEmailSchema,
  situs: officeSiteSchema,
}

/**
 * One address or number of an office that somebody else than the office gave. A source without an address of its own cannot
 * be looked up: readers are told that nobody has checked it.
 */
export const foundContactSchema = z
  .object({
    kind: z.enum(contactKinds),
    value: z.string().min(1).max(1000),
    source: sourceSchema,
    /** What the reader must know, such as what another source says. */
    note: z.string().max(240).nullable(),
  })
  .superRefine(({ kind, value }, context) => {
    const parsed = contactForms[kind].safeParse(value)
    if (!parsed.success)
      context.addIssue({ code: 'custom', path: ['value'], message: parsed.error.issues[0]?.message ?? kind })
  })
export type FoundContact = z.infer<typeof foundContactSchema>

/** An immigration office (kantor imigrasi). What no source gives is null, never guessed. */
export const officeSchema = z.object({
  slug: slugSchema,
  name: z.string().min(1).max(120),
  city: z.string().min(1).max(80),
  province: z.string().min(1).max(80),
  provinceCode: areaCodeSchema,
  class: z.object({
    name: z.string().max(60).nullable(),
    asOf: daySchema.nullable(),
    verified: z.boolean(),
  }),
  areas: z.array(officeAreaSchema),
  /** `lengkap`: the source lists all; `sebagian`: the source's list is cut or old; `belum-diketahui`: no source. */
  areasStatus: z.enum(['lengkap', 'sebagian', 'belum-diketahui']),
  /** The four below are what the office itself wrote here. */
  address: z.string().max(300).nullable(),
  phone: z.string().max(40).nullable(),
  whatsapp: z.string().max(40).nullable(),
  website: officeSiteSchema.nullable(),
  /** Whether the office gave a website that is not linked, because it is not under `imigrasi.go.id`. */
  hasUnlinkedSite: z.boolean().default(false),
  /** What others gave; for a kind that the office itself filled in, its own word counts. */
  found: z.array(foundContactSchema),
  sources: z.array(sourceSchema),
  note: z.string().max(500).nullable(),
})
export type Office = z.infer<typeof officeSchema>

/** A contact as readers see it. `standing`: written by the office, read in a source, or not checked by anybody. */
export type OfficeContact = {
  readonly kind: ContactKind
  readonly value: string
  readonly standing: 'kantor' | 'sumber' | 'belum-diperiksa'
  readonly source: FoundContact['source'] | null
  readonly note: string | null
}

/** The contacts of an office, by kind in the order of `contactKinds`: its own word, else everything that sources give. */
export function contactsOf(
  office: Pick<Office, 'address' | 'phone' | 'whatsapp' | 'website' | 'found'>,
): OfficeContact[] {
  const own: Record<ContactKind, string | null> = {
    alamat: office.address,
    telepon: office.phone,
    whatsapp: office.whatsapp,
    surel: null,
    situs: office.website,
  }
  return contactKinds.flatMap((kind): OfficeContact[] => {
    const value = own[kind]
    if (value !== null) return [{ kind, value, standing: 'kantor', source: null, note: null }]
    return office.found
      .filter(contact => contact.kind === kind)
      .map(({ value: given, source, note }) => ({
        kind,
        value: given,
        standing: source.url === null ? 'belum-diperiksa' : 'sumber',
        source,
        note,
      }))
  })
}
