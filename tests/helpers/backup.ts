import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { getPayload, type Payload } from 'payload'
import { buildCmsConfig } from '#cms/build-config.ts'
import { type RestoreOptions, restore } from '#cms/backup/restore.ts'
import { type Env, parseEnv, root } from '#cms/env.ts'
import { migrations } from '#cms/migrations/index.ts'

export const backupSecret = 'a secret that only the tests know, 32+'

/** A new folder under the machine's own for such, and what removes it. */
export function newFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'berangkat-aman-backup-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The settings of a server that has its SQLite file in this folder. */
export const settingsIn = (folder: string, more: Record<string, string> = {}): Env =>
  parseEnv({ NODE_ENV: 'test', DATA_DIR: folder, ...more })

/** Restores as somebody would who types nothing wrong, with what the test wants otherwise. */
export const restoreInto = (env: Env, file: string, more: Partial<RestoreOptions> = {}) =>
  restore({
    env,
    file,
    identities: null,
    listFile: null,
    askHash: () => Promise.reject(new Error('nobody is asked')),
    mayBeTooOld: false,
    ...more,
  })

/** Opens the CMS of these settings; whoever calls destroys it. */
export async function openCms(env: Env): Promise<Payload> {
  const config = await buildCmsConfig(env, { migrations, secret: backupSecret })
  const payload = await getPayload({ config, key: randomUUID(), disableOnInit: true })
  payload.logger.level = 'silent'
  return payload
}

/** Runs one of our commands as its user would. */
export function command(
  script: string,
  given: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number; output: string }> {
  const { HOME, PATH } = process.env
  const settings = { PATH, HOME, NODE_ENV: 'test' as const, PAYLOAD_SECRET: backupSecret, ...env }
  return new Promise(resolve => {
    const options = { cwd: root, env: settings }
    execFile(process.execPath, [script, ...given], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    )
  })
}
