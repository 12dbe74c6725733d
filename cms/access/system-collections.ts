import type { SanitizedConfig } from 'payload'
import { isNewsroom } from './is-newsroom.ts'
import { never } from './never.ts'

/**
 * Narrows Payload's own collections, which by default every signed-in account may read: who edits what is for the newsroom,
 * the rest for nobody. Preferences stay as Payload makes them (each account its own).
 */
export function closeSystemCollections(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const isOpen = collection.slug === 'payload-locked-documents'
    const isClosed = ['payload-migrations', 'payload-kv', 'payload-jobs'].includes(collection.slug)
    if (!isOpen && !isClosed) continue
    const access = isOpen ? isNewsroom : never
    collection.access = {
      ...collection.access,
      create: access,
      read: access,
      update: access,
      delete: access,
      readVersions: never,
      unlock: never,
    }
  }
  return config
}
