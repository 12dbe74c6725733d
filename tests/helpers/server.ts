import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DemoAccount } from '#cms/demo.ts'
import { root } from '#cms/env.ts'

export type RunningServer = {
  port: number
  /** Origins of the parts. */
  site: string
  desk: string
  /** The folder under which its data folder lies. */
  folder: string
  dataDir: string
  /** All that it printed so far. */
  output: () => string
  /** Whether it has not ended, by itself or by a signal. */
  isRunning: () => boolean
  /** Resolves when it ends, with its exit code; null when a signal ended it. */
  ended: Promise<number | null>
  /** Stops it; resolves as `ended`. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
  /** Stops it and removes its folder. */
  remove: () => Promise<void>
}

/** A port that nothing uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Starts the real server as its user would: `npm start`, or `npm run demo`. It may still be getting ready: see `untilReady`. */
export async function startServer(options: {
  demo?: boolean
  folder?: string
  port?: number
  env?: Record<string, string>
}): Promise<RunningServer> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'berangkat-aman-test-'))
  const port = options.port ?? (await freePort())
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['cms/start.ts', ...(options.demo ? ['--demo'] : [])], {
    cwd: root,
    env: {
      PATH,
      HOME,
      TMPDIR: folder,
      DATA_DIR: path.join(folder, 'data'),
      PORT: String(port),
      NODE_ENV: 'production',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  // Also beside the data folder, where the tests look for what must not be written anywhere.
  const keep = (chunk: Buffer) => {
    output += chunk
    appendFileSync(path.join(folder, 'server.log'), chunk)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
  const isRunning = () => child.exitCode === null && child.signalCode === null
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    if (isRunning()) child.kill(signal)
    return ended
  }
  return {
    port,
    site: `http://localhost:${port}`,
    desk: `http://desk.localhost:${port}`,
    folder,
    get dataDir() {
      return options.demo ? demoFolder(folder) : path.join(folder, 'data')
    },
    output: () => output,
    isRunning,
    ended,
    stop,
    remove: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Resolves when `/readyz` says that everything is served. Rejects with what the server printed when it ends or takes longer than `limitMs`. */
export async function untilReady(server: RunningServer, limitMs = 8 * 60_000): Promise<void> {
  const end = Date.now() + limitMs
  while (server.isRunning() && Date.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${server.port}/readyz`).catch(() => null)
    if (answer?.status === 200) return
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error(`The server did not become ready. It printed:\n${server.output()}`)
}

/** The accounts that a demo server made. */
export function demoAccounts(server: Pick<RunningServer, 'folder'>): DemoAccount[] {
  return JSON.parse(readFileSync(path.join(demoFolder(server.folder), 'akun-demo.json'), 'utf8'))
}

function demoFolder(folder: string): string {
  const name = readdirSync(folder).find(entry => entry.startsWith('berangkat-aman-demo-'))
  if (!name) throw new Error(`no demo folder under ${folder}`)
  return path.join(folder, name)
}
