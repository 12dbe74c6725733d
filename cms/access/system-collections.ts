import type { Access, SanitizedConfig } from 'payload'
import { isNewsroom } from './is-newsroom.ts'
import { never } from './never.ts'

type Collection = SanitizedConfig['collections'][number]

const closed = ['payload-migrations', 'payload-kv', 'payload-jobs']

/** The rule as it is, but never for a stranger. */
const signedIn =
  (access: Access): Access =>
  args =>
    args.req.user ? access(args) : false

function narrowAccess({ access, slug }: Collection): Collection['access'] {
  if (closed.includes(slug))
    return {
      ...access,
      create: never,
      read: never,
      update: never,
      delete: never,
      readVersions: never,
      unlock: never,
    }
  if (slug === 'payload-locked-documents') {
    return {
      ...access,
      create: isNewsroom,
      read: isNewsroom,
      update: isNewsroom,
      delete: isNewsroom,
      readVersions: never,
      unlock: never,
    }
  }
  if (slug !== 'payload-preferences') return access
  return {
    ...access,
    create: signedIn(access.create),
    read: signedIn(access.read),
    update: signedIn(access.update),
    delete: signedIn(access.delete),
    readVersions: never,
  }
}

/** Routes that Payload registers although the collection has nothing behind them; they would fail instead of refusing. */
function isDead({ auth, versions }: Collection, path: string): boolean {
  if (path.startsWith('/versions')) return !versions
  return path.startsWith('/verify') && !(auth && auth.verify)
}

/**
 * Narrows what Payload opens by default: its own collections are readable by any signed-in account (who edits what is for the
 * newsroom, preferences are each account's own, the rest is for nobody), and some of its routes lead nowhere.
 */
export function closeSystemCollections(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    collection.access = narrowAccess(collection)
    const { endpoints } = collection
    if (closed.includes(collection.slug)) collection.endpoints = false
    else if (endpoints) collection.endpoints = endpoints.filter(({ path }) => !isDead(collection, path))
  }
  return config
}
