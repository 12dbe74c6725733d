import type { PayloadRequest } from 'payload'
import { who } from '#cms/access/who.ts'
import { collections } from '#src/slugs.ts'

/** The name of an office as figures use it: `Agam` for `Kantor Imigrasi Agam`. */
export const bareName = (name: string) => name.replace(/^\s*Kantor Imigrasi /i, '')

type OwnOffice = { kind: 'kanim'; name: string; provinceCode: string | null }

/**
 * The default of one part of a figure's subject: the office of the person who writes, so that nobody types the name of their
 * own office. Nothing for those without an office.
 */
export function ownOffice(part: keyof OwnOffice) {
  return async ({ req }: { req: PayloadRequest }): Promise<string | undefined> => {
    const id = who(req)?.office
    if (!id) return undefined
    const office = await req.payload.findByID({
      collection: collections.offices,
      id,
      depth: 0,
      disableErrors: true,
      overrideAccess: false,
      req,
    })
    if (!office) return undefined
    const own: OwnOffice = {
      kind: 'kanim',
      name: bareName(office.name),
      provinceCode: office.provinceCode ?? null,
    }
    return own[part] ?? undefined
  }
}
