import { z } from 'zod'

/** What is noted beside a release (`<id>.json`): all that serving and the next build need to know about it. */
export const releaseManifestSchema = z.object({
  id: z.string().min(1),
  /** When its build began, ISO 8601; absent in releases from before this was noted. */
  begun: z.iso.datetime().optional(),
  /** When its build was finished, ISO 8601. */
  built: z.iso.datetime(),
  /** Hash of the sources and settings it was built from, see `siteSourceHash`. */
  sources: z.string(),
  pages: z.number().int().positive(),
  /** Content-Security-Policy of each page and script, by its address inside the release. */
  policies: z.record(z.string(), z.string()),
  /** Content-Security-Policy of every other file. */
  filePolicy: z.string(),
  /** Files with hashed names, as addresses. */
  assets: z.array(z.string()),
})
export type ReleaseManifest = z.infer<typeof releaseManifestSchema>
