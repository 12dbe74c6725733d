import { z } from 'zod'
import { articleSchema, bannerSchema } from './campaign.ts'
import { figureSchema } from './figure.ts'
import { officeSchema } from './office.ts'
import { activitySchema, programmeSchema } from './programme.ts'
import { helpLineSchema, operatorSchema } from './settings.ts'

/**
 * Everything that crosses from the CMS to the site: `GET /api/publik/<name>` answers `{ items: [...] }`, each item of this
 * schema, published documents only, sorted by slug or id. The settings are one-item lists.
 */
export const publicSchemas = {
  offices: officeSchema,
  figures: figureSchema,
  programmes: programmeSchema,
  activities: activitySchema,
  banners: bannerSchema,
  articles: articleSchema,
  operator: operatorSchema,
  'help-lines': helpLineSchema,
} as const
export type PublicName = keyof typeof publicSchemas
export type PublicItem<N extends PublicName> = z.infer<(typeof publicSchemas)[N]>
export const publicNames = Object.keys(publicSchemas) as PublicName[]

/**
 * Parses one answer of the public API.
 * @throws Error naming collection, item and field, what was expected and what came; the build stops on it.
 */
export function parsePublic<N extends PublicName>(name: N, answer: unknown): PublicItem<N>[] {
  const list = z.object({ items: z.array(z.unknown()) }).safeParse(answer)
  if (!list.success) throw new Error(`${name}: expected { items: [...] }, got ${typeof answer}`)
  return list.data.items.map((item, index) => {
    const parsed = publicSchemas[name].safeParse(item)
    if (parsed.success) return parsed.data as PublicItem<N>
    const label = String(
      (item as { slug?: unknown; id?: unknown })?.slug ?? (item as { id?: unknown })?.id ?? `#${index}`,
    )
    const issues = parsed.error.issues.map(issue => `  ${issue.path.join('.') || '(item)'}: ${issue.message}`)
    throw new Error(`${name} "${label}" does not fit its schema:\n${issues.join('\n')}`)
  })
}
