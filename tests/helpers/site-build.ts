import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built site, made once for all tests of the project. */
    siteDir: string
  }
}

const root = path.resolve(import.meta.dirname, '../..')

/** Builds the whole site once from the starting content into a folder of its own; the folder goes when the tests end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'berangkat-aman-site-'))
  // Under the checkout, as the publisher's: see `workFolder` in releases.ts.
  const siteDir = path.join(root, '.build', `site-test-${process.pid}`)
  const { CMS_URL: _, ...env } = process.env
  await promisify(execFile)(
    process.execPath,
    [path.join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...env,
        NODE_ENV: 'production',
        CONTENT: 'seed',
        SITE_URL: 'http://localhost:8080',
        SITE_OUT: siteDir,
        SITE_CACHE: path.join(folder, 'cache'),
        KEYLIST_PIN_FILE: path.join(folder, 'keylist.pin'),
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    },
  )
  project.provide('siteDir', siteDir)
  return async () => {
    for (const one of [folder, siteDir]) await rm(one, { recursive: true, force: true })
  }
}
