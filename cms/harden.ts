import type {
  Access,
  CollectionBeforeOperationHook,
  Endpoint,
  GlobalBeforeOperationHook,
  PayloadRequest,
  SanitizedConfig,
} from 'payload'
import { isNewsroom } from './access/is-newsroom.ts'
import { never } from './access/never.ts'
import { who } from './access/who.ts'
import { renewEndpoint } from './endpoints/renew-session.ts'
import { checkQuery } from './hooks/check-query.ts'
import { checkSort } from './hooks/check-sort.ts'
import { checkTypes } from './hooks/check-types.ts'

type Collection = SanitizedConfig['collections'][number]

const closed = ['payload-migrations', 'payload-kv', 'payload-jobs']

/** The rule as it is, but for the newsroom only. */
const forNewsroom =
  (access: Access): Access =>
  args =>
    isNewsroom(args) ? access(args) : false

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
    create: forNewsroom(access.create),
    read: forNewsroom(access.read),
    update: forNewsroom(access.update),
    delete: forNewsroom(access.delete),
    readVersions: never,
  }
}

/** Payload's own doors. Staff come and go by `/admin/login` and `/admin/logout`, and write passwords at `/sandi/` and `/akun/` alone. */
const stockDoors = [
  '/first-register',
  '/forgot-password',
  '/login',
  '/logout',
  '/refresh-token',
  '/reset-password',
  '/unlock',
]

/** Routes that are not offered: Payload's doors, and those that it registers although nothing is behind them. */
function isDead(
  { auth, slug, versions }: Collection,
  { method, path }: { method: string; path: string },
): boolean {
  if (auth && stockDoors.includes(path)) return true
  if (path.startsWith('/versions')) return !versions
  // Its query names a table that it does not join; deleting by id works.
  if (slug === 'payload-preferences' && method === 'delete' && path === '/:key') return true
  return path.startsWith('/verify') && !auth?.verify
}

/** A session of somebody without business in the CMS is none, also where Payload asks no access rule. */
const forStaff = <Kind extends Endpoint>(endpoint: Kind): Kind => ({
  ...endpoint,
  handler: (req: PayloadRequest) => {
    if (who(req) === null) req.user = null
    return endpoint.handler(req)
  },
})

type Args = Parameters<typeof checkQuery>[0] & { data?: unknown; id?: unknown; sort?: unknown }

/** Checks what came from outside before anything acts on it; our own code is checked by its types. */
const checkCall: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (req.payloadAPI !== 'REST') return args
  const { data, id, sort } = args as Args
  checkQuery(args as Args, req)
  checkSort(collection.flattenedFields, sort, req)
  if (operation === 'create' || operation === 'update')
    await checkTypes({ fields: collection.flattenedFields, slug: collection.slug, data, id }, req)
  return args
}

const checkGlobalCall: GlobalBeforeOperationHook = async ({ args, global, operation, req }) => {
  if (req.payloadAPI !== 'REST') return args
  checkQuery(args as Args, req)
  const { data } = args as Args
  if (operation === 'update')
    await checkTypes({ fields: global.flattenedFields, slug: global.slug, data }, req)
  return args
}

/**
 * Narrows what Payload opens by default: its own collections are readable by any signed-in account (who edits what is for the
 * newsroom, preferences are each account's own, the rest is for nobody), some of its routes lead nowhere or past the second
 * factor, and drafts may hold values of any type.
 */
export function harden(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    collection.access = narrowAccess(collection)
    const { endpoints } = collection
    if (closed.includes(collection.slug)) collection.endpoints = false
    else if (endpoints)
      collection.endpoints = [
        ...endpoints.filter(endpoint => !isDead(collection, endpoint)),
        ...(collection.auth ? [renewEndpoint] : []),
      ].map(forStaff)
    collection.hooks.beforeOperation = [checkCall, ...(collection.hooks.beforeOperation ?? [])]
  }
  config.endpoints = config.endpoints.map(forStaff) as SanitizedConfig['endpoints']
  for (const global of config.globals) {
    if (global.endpoints) global.endpoints = global.endpoints.map(forStaff)
    global.hooks.beforeOperation = [checkGlobalCall, ...(global.hooks.beforeOperation ?? [])]
  }
  return config
}
