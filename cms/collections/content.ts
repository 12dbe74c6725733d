import type { CollectionConfig, UIField } from 'payload'
import { canCreateContent } from '#cms/access/can-create-content.ts'
import { canDeleteContent } from '#cms/access/can-delete-content.ts'
import { canReadContent } from '#cms/access/can-read-content.ts'
import { canUpdateContent } from '#cms/access/can-update-content.ts'
import { never } from '#cms/access/never.ts'
import { canReadVersions } from '#cms/access/versions.ts'
import { editorsOnlyDraft } from '#cms/hooks/editors-only-draft.ts'
import { keepOwnOffice } from '#cms/hooks/keep-own-office.ts'
import { noteChange, noteDeletion, rememberPublished } from '#cms/hooks/outbox.ts'

/** Groups of the admin's menu. */
export const groups = {
  content: { id: 'Isi situs', en: 'Site content' },
  staff: { id: 'Kantor dan akun', en: 'Offices and accounts' },
  settings: { id: 'Pengaturan', en: 'Settings' },
} as const

const keptField: UIField = {
  name: 'kept',
  type: 'ui',
  admin: { disableListColumn: true, components: { Field: './components/KeepTyped.tsx#KeepTyped' } },
}

/**
 * A collection whose documents an office drafts and publishes: drafts with versions, the access rules of the newsroom, and a
 * note to the publisher for every change that readers would see.
 */
export function contentCollection(config: CollectionConfig): CollectionConfig {
  return {
    ...config,
    fields: [keptField, ...config.fields],
    access: {
      create: canCreateContent,
      read: canReadContent,
      update: canUpdateContent,
      delete: canDeleteContent,
      readVersions: canReadVersions,
      unlock: never,
      ...config.access,
    },
    defaultSort: '-updatedAt',
    admin: {
      group: groups.content,
      hideAPIURL: true,
      components: { edit: { beforeDocumentControls: ['./components/LiveNote.tsx#LiveNote'] } },
      ...config.admin,
    },
    versions: { drafts: { autosave: false, schedulePublish: false }, maxPerDoc: 50 },
    hooks: {
      ...config.hooks,
      beforeOperation: [editorsOnlyDraft, ...(config.hooks?.beforeOperation ?? [])],
      beforeChange: [keepOwnOffice, rememberPublished, ...(config.hooks?.beforeChange ?? [])],
      afterChange: [...(config.hooks?.afterChange ?? []), noteChange],
      afterDelete: [...(config.hooks?.afterDelete ?? []), noteDeletion],
    },
  }
}
