import path from 'node:path'
import { en } from '@payloadcms/translations/languages/en'
import { id } from '@payloadcms/translations/languages/id'
import { buildConfig, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { collections } from '#src/slugs.ts'
import { cmsCollections, cmsGlobals } from './collections.ts'
import { databaseAdapter } from './db/adapter.ts'
import type { Migrations } from './db/sqlite.ts'
import { buildStateEndpoint, rebuildEndpoint } from './endpoints/build-state.ts'
import { publicEndpoint } from './endpoints/public.ts'
import { type Env, root } from './env.ts'
import { adminWords, editorWords } from './fields/editor-words.ts'
import { textIds } from './fields/text-id.ts'
import { harden } from './harden.ts'
import { MAX_UPLOAD_BYTES } from './hooks/check-upload.ts'
import { explainError } from './hooks/explain-error.ts'
import { payloadLogger, refusalsUnlogged } from './log.ts'
import { releasePaths } from './jobs/releases.ts'
import { mailAdapter } from './mail.ts'
import { storageFolders } from './storage.ts'

type Options = { migrations: Migrations; secret: string }

/** The origins whose pages may act with the session cookie. */
function adminOrigins({ adminUrl }: Env): string[] {
  const url = new URL(adminUrl)
  return url.hostname === 'localhost' ? [adminUrl, `${url.protocol}//127.0.0.1:${url.port}`] : [adminUrl]
}

/** The CMS for one environment. */
export async function buildCmsConfig(env: Env, { migrations, secret }: Options): Promise<SanitizedConfig> {
  const isMongo = env.databaseUrl.startsWith('mongodb')
  const config = await buildConfig({
    secret,
    // Left empty so that every name of this machine logs in; `csrf` names who may.
    serverURL: '',
    csrf: adminOrigins(env),
    cors: [],
    telemetry: false,
    logger: payloadLogger(env.NODE_ENV === 'test' ? 'silent' : 'info'),
    loggingLevels: refusalsUnlogged,
    graphQL: { disable: true },
    defaultDepth: 1,
    maxDepth: 3,
    db: databaseAdapter(env, migrations),
    sharp,
    email: mailAdapter(env),
    collections: cmsCollections(env),
    globals: cmsGlobals,
    endpoints: [publicEndpoint(env.DEMO), buildStateEndpoint, rebuildEndpoint],
    hooks: { afterError: [explainError] },
    upload: { limits: { fileSize: MAX_UPLOAD_BYTES }, abortOnLimit: true, safeFileNames: true },
    plugins: isMongo ? [textIds] : [],
    i18n: {
      supportedLanguages: { id, en },
      fallbackLanguage: 'id',
      translations: { id: { ...editorWords, ...adminWords } },
    },
    localization: {
      locales: [
        { code: 'id', label: { id: 'Indonesia', en: 'Indonesian' } },
        { code: 'en', label: { id: 'Inggris', en: 'English' } },
      ],
      defaultLocale: 'id',
      fallback: true,
    },
    admin: {
      user: collections.users,
      avatar: 'default',
      dateFormat: 'd MMM yyyy HH:mm',
      importMap: {
        baseDir: path.join(root, 'cms'),
        importMapFile: path.join(root, 'cms/app/(payload)/admin/importMap.js'),
      },
      meta: {
        titleSuffix: ' · Berangkat Aman',
        defaultOGImageType: 'off',
        icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/favicon.svg' }],
      },
      components: {
        graphics: { Logo: './components/Logo.tsx#Logo', Icon: './components/Logo.tsx#Icon' },
        views: { dashboard: { Component: './components/Dashboard.tsx#Dashboard' } },
        header: ['./components/DemoMark.tsx#DemoMark'],
        beforeLogin: ['./components/DemoMark.tsx#DemoMark'],
      },
    },
    custom: {
      siteUrl: env.siteUrl,
      deskUrl: env.deskUrl,
      demo: env.DEMO,
      keyListPin: env.KEYLIST_PIN_FILE,
      withdrawn: releasePaths(env).withdrawn,
      storage: storageFolders(env),
    },
    typescript: { outputFile: path.join(root, 'cms/payload-types.ts') },
  })
  return harden(config)
}
