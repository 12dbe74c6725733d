import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
}

/** A built site, as the server would send it. */
export type BuiltSite = Readonly<{
  /** Text of a file by its address, or null. */
  read: (address: string) => string | null
  /** The bytes sent (brotli 11), or null. */
  wire: (address: string) => Buffer | null
}>

/** Builds the site from the starting content into a folder of its own. @throws Error when the build fails. */
function build(): string {
  const folder = path.resolve('.build/bench/site')
  process.stdout.write(`Building the site from the starting content into ${folder} …\n\n`)
  const { CMS_URL: _, ...env } = process.env
  const run = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    encoding: 'utf8',
    env: {
      ...env,
      NODE_ENV: 'production',
      CONTENT: 'seed',
      SITE_OUT: folder,
      SITE_CACHE: path.resolve('.build/bench/cache'),
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  })
  if (run.status !== 0) throw new Error(`The site could not be built:\n${run.stdout}\n${run.stderr}`)
  return folder
}

/**
 * The site in `folder`, or one that is built now.
 * @throws Error when the folder holds no built site
 */
export function openSite(folder: string | undefined): BuiltSite {
  const root = folder ? path.resolve(folder) : build()
  const fileOf = (address: string) =>
    path.join(root, address.endsWith('/') ? `${address}index.html` : address)
  if (!existsSync(fileOf('/periksa/')))
    throw new Error(
      `${root} holds no built site: there is no periksa/index.html. Leave the folder out to build one.`,
    )
  const read = (address: string) => {
    const file = fileOf(address)
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }
  const packed = new Map<string, Buffer | null>()
  const wire = (address: string) => {
    if (!packed.has(address))
      packed.set(
        address,
        existsSync(fileOf(address)) ? brotliCompressSync(readFileSync(fileOf(address))) : null,
      )
    return packed.get(address) ?? null
  }
  return { read, wire }
}

/** Serves the site on a free port of this machine; returns its origin and how to end it. */
export async function serve(site: BuiltSite): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost').pathname
    const body = site.wire(address)
    const type = types[address.endsWith('/') ? 'html' : path.extname(address).slice(1)]
    response.writeHead(
      body ? 200 : 404,
      body ? { 'content-type': type ?? 'application/octet-stream', 'content-encoding': 'br' } : {},
    )
    response.end(body ?? '')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}
