import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { chunksOf } from '#site/integrations/lean-pages.ts'
import { assessAnswers } from '#src/risk/answers.ts'
import { readMessage } from '#src/risk/message/read-message.ts'
import { questions } from '#src/risk/questions.ts'
import { findChromium } from '#tests/helpers/chromium.ts'

/** `npm run bench:check [folder of a built site]`: bytes on the wire, times on a slow link, evaluation and reading times. */
const root = path.resolve(process.argv[2] ?? process.env.SITE_OUT ?? '.build/site')
const say = (...cells: (string | number)[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`)
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
}
const fileOf = (address: string) => path.join(root, address.endsWith('/') ? `${address}index.html` : address)
const packed = new Map<string, Buffer | null>()

/** The file as the server sends it, or null. */
function wire(address: string): Buffer | null {
  const known = packed.get(address)
  if (known !== undefined) return known
  let body: Buffer | null = null
  try {
    body = brotliCompressSync(readFileSync(fileOf(address)))
  } catch {
    body = null
  }
  packed.set(address, body)
  return body
}

async function bytes(): Promise<void> {
  const html = readFileSync(fileOf('/periksa/'), 'utf8')
  const entries = [...html.matchAll(/<script[^>]*type="module"[^>]*src="([^"]+)"/g)].map(
    match => match[1] ?? '',
  )
  const chunks = await chunksOf(entries, async address =>
    wire(address) ? readFileSync(fileOf(address), 'utf8') : null,
  )
  const scripts = chunks.map(chunk => wire(chunk)?.length ?? 0)
  say('part', 'bytes, brotli 11')
  say('---', '---:')
  say('HTML and CSS, before any script', wire('/periksa/')?.length ?? 0)
  say(
    'all script',
    scripts.reduce((sum, size) => sum + size, 0),
  )
  for (const [name, address] of [
    ['texts of the result', '/periksa/hasil.json'],
    ['pictograms', '/periksa/tanda.svg'],
    ['office finder', '/periksa/kantor.json'],
  ] as const)
    say(name, wire(address)?.length ?? 0)
}

const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0

async function times(): Promise<void> {
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost').pathname
    const body = wire(address)
    const type = types[path.extname(fileOf(address)).slice(1)] ?? 'application/octet-stream'
    response.writeHead(body ? 200 : 404, body ? { 'content-type': type, 'content-encoding': 'br' } : {})
    response.end(body ?? '')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox'],
  })
  const run = async (javaScriptEnabled: boolean) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled })
    const page = await context.newPage()
    const client = await context.newCDPSession(page)
    await client.send('Network.enable')
    const rate = (400 * 1000) / 8
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: rate,
      uploadThroughput: rate,
    })
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const start = performance.now()
    await page.goto(`http://127.0.0.1:${port}/periksa/`, { waitUntil: 'commit' })
    await page.locator('#q-posisi').waitFor()
    const visible = performance.now() - start
    if (javaScriptEnabled) await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
    const usable = performance.now() - start
    await context.close()
    return { visible, usable }
  }
  say('400 kbit/s, 400 ms, CPU/4, median of 5', 'form visible, ms', 'form usable, ms')
  say('---', '---:', '---:')
  for (const script of [false, true]) {
    const runs = []
    for (let round = 0; round < 5; round += 1) runs.push(await run(script))
    say(
      script ? 'with script (hydrated)' : 'without script',
      Math.round(median(runs.map(one => one.visible))),
      Math.round(median(runs.map(one => one.usable))),
    )
  }
  await browser.close()
  server.close()
}

function perCall(work: () => void, rounds: number): number {
  work()
  const start = performance.now()
  for (let round = 0; round < rounds; round += 1) work()
  return (performance.now() - start) / rounds
}

function engine(): void {
  const answers = Object.fromEntries(questions.map(question => [question.id, question.options[0].id]))
  const advert =
    'Dicari admin medsos utk penempatan luar negeri. Gaji 900 USD, visa diurus agen disana, jgn bilang mau kerja ya. '
  say('work', 'ms')
  say('---', '---:')
  say('judging a full set of answers', perCall(() => assessAnswers(answers), 2000).toFixed(3))
  for (const length of [1000, 10_000, 40_000]) {
    const text = advert.repeat(Math.ceil(length / advert.length)).slice(0, length)
    say(`reading ${length} characters`, perCall(() => readMessage(text), 5).toFixed(1))
  }
}

await bytes()
process.stdout.write('\n')
engine()
process.stdout.write('\n')
await times()
