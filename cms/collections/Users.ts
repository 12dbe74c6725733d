import type { CollectionConfig } from 'payload'
import { collections, roles } from '#src/slugs.ts'
import { readLiveSessions } from '#cms/accounts/cms-session.ts'
import { isAdmin } from '#cms/access/is-admin.ts'
import { isAdminField } from '#cms/access/is-admin-field.ts'
import { isNewsroom } from '#cms/access/is-newsroom.ts'
import { never } from '#cms/access/never.ts'
import { ownAccount } from '#cms/access/own-account.ts'
import { noteChanges } from '#cms/db/write-changes.ts'
import { checkPassword } from '#cms/hooks/check-password.ts'
import { dropItsMemberships, refuseDeletingReader, refuseDemotingReader } from '#cms/hooks/keep-readers.ts'
import { endSessionsWithRole } from '#cms/hooks/end-sessions-with-role.ts'
import { keepDoorsShut } from '#cms/hooks/keep-doors-shut.ts'
import { refuseOpenRegistration } from '#cms/hooks/refuse-open-registration.ts'
import { accountLinkEndpoint } from '#cms/endpoints/account-link.ts'
import { accountInboxesEndpoints } from '#cms/endpoints/account-inboxes.ts'
import { inviteEndpoint } from '#cms/endpoints/invite.ts'
import type { Env } from '#cms/env.ts'
import { groups } from './content.ts'
import { roleLabels } from './role-labels.ts'

const SESSION_SECONDS = 2 * 60 * 60
const LOCK_MS = 10 * 60 * 1000

/** Staff accounts. */
export const users = (
  env: Pick<Env, 'HOST' | 'STAFF_SECOND_FACTOR' | 'adminUrl' | 'SMTP_URL' | 'KEYLIST_PIN_FILE'>,
): CollectionConfig => ({
  slug: collections.users,
  labels: { singular: { id: 'Akun', en: 'Account' }, plural: { id: 'Akun', en: 'Accounts' } },
  auth: {
    tokenExpiration: SESSION_SECONDS,
    maxLoginAttempts: 5,
    lockTime: LOCK_MS,
    removeTokenFromResponses: true,
    cookies: { sameSite: 'Lax', secure: env.adminUrl.startsWith('https:') },
  },
  access: {
    create: isAdmin,
    read: ownAccount,
    update: ownAccount,
    delete: isAdmin,
    unlock: never,
    admin: isNewsroom,
  },
  lockDocuments: false,
  endpoints: [inviteEndpoint(env), accountLinkEndpoint(env.adminUrl), ...accountInboxesEndpoints(env)],
  admin: {
    hideAPIURL: true,
    group: groups.staff,
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role', 'office'],
    components: { beforeListTable: ['./components/Invite.tsx#Invite'] },
  },
  hooks: {
    beforeOperation: [refuseOpenRegistration, keepDoorsShut, checkPassword],
    beforeChange: [refuseDemotingReader, endSessionsWithRole, noteChanges],
    beforeRead: [readLiveSessions(env)],
    beforeDelete: [refuseDeletingReader],
    afterDelete: [dropItsMemberships],
  },
  fields: [
    // Payload's own field, shown and not changed: `/akun/` asks for the old password and a code.
    { name: 'email', type: 'email', access: { update: never } },
    {
      name: 'accountLink',
      type: 'ui',
      admin: { components: { Field: './components/AccountLink.tsx#AccountLink' } },
    },
    {
      name: 'accountInboxes',
      type: 'ui',
      admin: { components: { Field: './components/AccountInboxes.tsx#AccountInboxes' } },
    },
    { name: 'name', type: 'text', required: true, maxLength: 120, label: { id: 'Nama', en: 'Name' } },
    {
      name: 'role',
      type: 'select',
      required: true,
      saveToJWT: true,
      defaultValue: 'editor',
      access: { create: isAdminField, update: isAdminField },
      label: { id: 'Peran', en: 'Role' },
      options: roles.map(value => ({ value, label: roleLabels[value] })),
      admin: {
        description: {
          id: 'Pengelola mengatur akun dan tidak membaca laporan. Penerbit menerbitkan isi kantornya. Penyunting menulis draf kantornya. Pembaca laporan hanya bekerja di meja laporan.',
          en: 'Administrators manage accounts and read no reports. Publishers publish for their office. Editors write drafts for it. Case handlers work at the desk only.',
        },
      },
    },
    {
      name: 'office',
      type: 'relationship',
      relationTo: collections.offices,
      access: { create: isAdminField, update: isAdminField },
      label: { id: 'Kantor', en: 'Office' },
      admin: {
        description: {
          id: 'Wajib untuk penerbit dan penyunting: tanpa kantor mereka tidak dapat menulis.',
          en: 'Needed for publishers and editors: without an office they cannot write.',
        },
      },
    },
  ],
})
