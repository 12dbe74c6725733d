import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { finishRelease, keepAssets } from '#cms/jobs/finish-release.ts'
import type { ReleaseManifest } from '#cms/jobs/manifest.ts'
import { currentRelease, type ReleasePaths, writeCurrent } from '#cms/jobs/releases.ts'

/** The least that counts as a whole site. */
export const wholeSite: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>Beranda</title><style>p{color:red}</style><p>beranda',
  '404.html': '<!doctype html><title>Tidak ada</title>',
  'periksa/index.html':
    '<!doctype html><title>Periksa</title><script>1</script><script type="module" src="/_a/x.js"></script>',
  'lapor/index.html': '<!doctype html><title>Lapor</title>',
  'bantuan/index.html': '<!doctype html><title>Bantuan</title>',
}

/** Puts a release made of `files` under `paths` and names it current, as a build does when it is done. */
export async function putRelease(
  paths: ReleasePaths,
  id: string,
  files: Readonly<Record<string, string>>,
): Promise<ReleaseManifest> {
  const part = paths.part(id)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(part, name)), { recursive: true })
    writeFileSync(path.join(part, name), text)
  }
  const before = currentRelease(paths)
  const finished = await finishRelease(part, before && paths.folder(before.id))
  if (before) await keepAssets(paths.folder(before.id), before.assets, paths.assets)
  await keepAssets(part, finished.assets, paths.assets)
  mkdirSync(paths.assets, { recursive: true })
  const manifest: ReleaseManifest = { id, built: new Date().toISOString(), sources: 'test', ...finished }
  writeFileSync(paths.manifest(id), JSON.stringify(manifest))
  renameSync(part, paths.folder(id))
  writeCurrent(paths, id)
  return manifest
}
