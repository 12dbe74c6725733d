/** Names shared by site, CMS, desk and tests: collection slugs, roles, limits. */

/** Payload collection slugs. The values are part of the database layout: never rename one without a migration. */
export const collections = {
  users: 'users',
  offices: 'offices',
  media: 'media',
  programmes: 'programmes',
  activities: 'activities',
  banners: 'banners',
  articles: 'articles',
  figures: 'figures',
  helpChannels: 'help-channels',
  figureReleases: 'figure-releases',
  inboxes: 'inboxes',
  sealedReports: 'sealed-reports',
  sealedMessages: 'sealed-messages',
  keyLists: 'key-lists',
  spentProofs: 'spent-proofs',
  staffKeys: 'staff-keys',
  signInTries: 'sign-in-tries',
  inboxMembers: 'inbox-members',
  inboxEvents: 'inbox-events',
  outbox: 'outbox',
  builds: 'builds',
} as const
export type CollectionSlug = (typeof collections)[keyof typeof collections]

/** Payload global slugs. */
export const globals = { operator: 'operator' } as const

/**
 * Staff roles. `admin` manages accounts and settings and reads no report; `publisher` publishes for its office;
 * `editor` writes drafts for its office; `handler` works at the desk and has no business in the CMS.
 */
export const roles = ['admin', 'publisher', 'editor', 'handler'] as const
export type Role = (typeof roles)[number]

/** Days between closing a report and deleting it with its thread. The report page names the same number. */
export const keptDays = 90

/** Languages of the public site; the first is the default. */
export const languages = ['id', 'en'] as const
export type Language = (typeof languages)[number]
