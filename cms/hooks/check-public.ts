import type { CollectionAfterChangeHook } from 'payload'
import type { ZodError } from 'zod'
import type { Links } from '#cms/endpoints/public-parts.ts'
import { refusal } from './refusal.ts'
import { say } from './say.ts'

/** Links come out as nothing: what they point to is checked where it is published. */
const noLinks: Links = { slug: () => null, slugs: () => [], image: () => null }

type Parsed = { success: boolean; error?: ZodError | undefined }

/**
 * Refuses to publish what the site could not show: one such document would stop the publishing of everybody. `parse` turns
 * the stored document into its public shape and checks it. It comes after the write, and takes it back, because Payload
 * validates the fields, whose messages say more, between the hooks before a change and the write.
 */
export function checkPublic<T>(parse: (doc: T, links: Links) => Parsed): CollectionAfterChangeHook {
  return ({ collection, context, doc, req }) => {
    if (doc._status !== 'published' || context.seeding) return doc
    const { error, success } = parse(doc as T, noLinks)
    if (success) return doc
    const message = say(req, {
      id: 'Isian ini terlalu panjang atau tidak dapat tampil di situs. Perbaiki dulu.',
      en: 'This is too long, or the site cannot show it. Mend it first.',
    })
    const paths = new Set(error?.issues.map(issue => issue.path.join('.').replace(/^id$/, 'slug')))
    throw refusal(
      collection,
      [...paths].map(path => ({ path, message })),
      req,
    )
  }
}
