/**
 * `npm run bench:static [-- <folder of a release>]`: how many requests a second the front server answers with files, and how long
 * the slowest hundredth waits, as a ratio to nginx with the same files in the same run. One process of each, on this machine only.
 * Without a folder the site is built from the starting content.
 */
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'
import { finishRelease, keepAssets } from '#cms/jobs/finish-release.ts'
import { freePort } from '#tests/helpers/server.ts'
import { openSite } from './site.ts'
import { head, median, say } from './table.ts'

const rounds = 3
const seconds = 4
const connections = 50
const goal = { requests: 0.6, p99: 3 }

if (spawnSync('nginx', ['-v']).error) {
  console.error('nginx is not here. Debian and Ubuntu: apt-get install nginx-light. Then run this again.')
  process.exit(1)
}

/** A finished release: the one in `given`, or one that is built now. */
async function release(given: string | undefined): Promise<string> {
  if (given) return path.resolve(given)
  openSite(undefined)
  const folder = path.resolve('.build/bench/release')
  rmSync(folder, { recursive: true, force: true })
  cpSync(path.resolve('.build/bench/site'), folder, { recursive: true })
  const finished = await finishRelease(folder, null)
  const manifest = { id: 'bench', built: new Date().toISOString(), sources: 'bench', ...finished }
  writeFileSync(`${folder}.json`, JSON.stringify(manifest))
  return folder
}

function nginxAt(port: number, folder: string, own: string): ChildProcess {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const temporary = paths.map(name => `${name}_temp_path ${own}/${name};`).join(' ')
  const file = path.join(own, 'nginx.conf')
  writeFileSync(
    file,
    `user ${userInfo().username}; worker_processes 1; daemon off; master_process off; pid ${own}/pid; error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; ${temporary}
  types { text/html html; text/javascript js; text/css css; text/csv csv; application/json json; image/svg+xml svg; }
  server { listen 127.0.0.1:${port}; root ${folder}; index index.html; gzip_static on; etag on; }
}
`,
  )
  return spawn('nginx', ['-p', own, '-c', file, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

async function untilAnswered(port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const status = await fetch(`http://localhost:${port}/`).then(
      answer => answer.status,
      () => 0,
    )
    if (status === 200) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`Nothing answers at port ${port}.`)
}

/** Processor time of a process so far, in microseconds; NaN where the system does not tell. */
function cpuOf({ pid }: ChildProcess): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  // Fields 14 and 15, in hundredths of a second (proc_pid_stat(5)); the name before them may hold spaces.
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

type Side = { port: number; process: ChildProcess }
type Load = { requests: number; p99: number; bytes: number; cpu: number }
async function load(side: Side, address: string, headers: Record<string, string>): Promise<Load> {
  const url = `http://localhost:${side.port}${address}`
  const before = cpuOf(side.process)
  const result = await autocannon({ url, connections, duration: seconds, headers })
  if (result.non2xx + result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers that are no success, ${result.errors} errors`)
  const { total } = result.requests
  return {
    requests: result.requests.average,
    p99: result.latency.p99,
    bytes: result.throughput.total / total,
    cpu: (cpuOf(side.process) - before) / total,
  }
}

const folder = await release(process.argv[2])
const own = mkdtempSync(path.join(tmpdir(), 'berangkat-aman-bench-'))
const assets = path.join(own, 'assets')
mkdirSync(assets)
const manifest: { assets: string[] } = JSON.parse(readFileSync(`${folder}.json`, 'utf8'))
cpSync(folder, path.join(own, 'release'), { recursive: true })
cpSync(`${folder}.json`, path.join(own, 'release.json'))
await keepAssets(path.join(own, 'release'), manifest.assets, assets)
const nginxPort = await freePort()
const ownPort = await freePort()
const sides = {
  nginx: { port: nginxPort, process: nginxAt(nginxPort, path.join(own, 'release'), own) },
  ours: {
    port: ownPort,
    process: fork(path.resolve('tests/bench/static-server.ts'), [
      String(ownPort),
      path.join(own, 'release'),
      assets,
    ]),
  },
}
try {
  await Promise.all([untilAnswered(nginxPort), untilAnswered(ownPort)])
  const script =
    manifest.assets.find(name => name.endsWith('.js') && existsSync(path.join(folder, `${name}.gz`))) ?? '/'
  const cases: [string, string, Record<string, string>][] = [
    ['first page, gzip', '/', { 'Accept-Encoding': 'gzip' }],
    ['the check, gzip', '/periksa/', { 'Accept-Encoding': 'gzip' }],
    ['the check, as it is', '/periksa/', {}],
    ['a script, gzip', script, { 'Accept-Encoding': 'gzip' }],
  ]
  head(
    'what',
    'nginx, requests/s',
    'ours, requests/s',
    'ratio',
    'nginx, p99 ms',
    'ours, p99 ms',
    'CPU µs, nginx/ours',
    'bytes, nginx/ours',
  )
  for (const [name, address, headers] of cases) {
    const found: Record<keyof typeof sides, Load[]> = { nginx: [], ours: [] }
    for (let round = 0; round < rounds; round += 1)
      for (const side of ['nginx', 'ours'] as const)
        found[side].push(await load(sides[side], address, headers))
    const middle = (side: keyof typeof sides, what: keyof Load) => median(found[side].map(one => one[what]))
    const ratio = middle('ours', 'requests') / middle('nginx', 'requests')
    const p99 = [middle('nginx', 'p99'), middle('ours', 'p99')] as const
    const isHeld = ratio >= goal.requests && p99[1] <= goal.p99 * Math.max(p99[0], 1)
    say(
      `${name}${isHeld ? '' : ' (missed)'}`,
      middle('nginx', 'requests').toFixed(0),
      middle('ours', 'requests').toFixed(0),
      ratio.toFixed(2),
      p99[0].toFixed(0),
      p99[1].toFixed(0),
      `${middle('nginx', 'cpu').toFixed(0)}/${middle('ours', 'cpu').toFixed(0)}`,
      `${middle('nginx', 'bytes').toFixed(0)}/${middle('ours', 'bytes').toFixed(0)}`,
    )
  }
} finally {
  for (const side of Object.values(sides)) side.process.kill()
  rmSync(own, { recursive: true, force: true })
}
process.exit(0)
