import { type Browser, chromium } from '@playwright/test'
import { chunksOf } from '#site/integrations/lean-pages.ts'
import { ensureChromium } from '#tests/helpers/chromium.ts'
import { reading } from './reading.ts'
import { type BuiltSite, openSite, serve } from './site.ts'
import { head, median, say } from './table.ts'

/**
 * `npm run bench:check [folder of a built site]`: bytes on the wire, times on a slow link, and times of the engine and the
 * reader on a slow CPU. Without a folder the site is built first. Run it on a machine that does nothing else.
 */
const RUNS = 5

async function bytes({ read, wire }: BuiltSite): Promise<void> {
  const size = (address: string) => wire(address)?.length ?? 0
  const sum = (list: readonly string[]) => list.reduce((total, address) => total + size(address), 0)
  const entries = [...(read('/periksa/') ?? '').matchAll(/<script[^>]*type="module"[^>]*src="([^"]+)"/g)]
  const chunks = await chunksOf(
    entries.map(([, address]) => address ?? ''),
    async address => read(address),
  )
  const late = new Set(
    chunks.flatMap(chunk => [...(read(chunk) ?? '').matchAll(/["'`]\.\/(late-[\w.-]+\.js)["'`]/g)]),
  )
  head('part', 'bytes, brotli 11')
  say('HTML and CSS, before any script', size('/periksa/'))
  say('all script that the page loads by itself', sum(chunks))
  say('script of the result, loaded with it', sum([...late].map(([, name]) => `/_a/${name}`)))
  say('texts of the result', size('/periksa/hasil.json'))
  say('pictograms', size('/periksa/tanda.svg'))
  say('office finder', size('/periksa/kantor.json'))
}

/** Times of one cold load on the home link of a cheap phone, in ms. */
async function load(browser: Browser, origin: string, javaScriptEnabled: boolean) {
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
  await page.goto(`${origin}/periksa/`, { waitUntil: 'commit' })
  await page.locator('#q-posisi').waitFor()
  const visible = performance.now() - start
  if (javaScriptEnabled) await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
  const usable = performance.now() - start
  await context.close()
  return { visible, usable }
}

async function times(browser: Browser, origin: string): Promise<void> {
  head(`400 kbit/s, 400 ms, CPU/4, median of ${RUNS}`, 'form visible, ms', 'form usable, ms')
  for (const script of [false, true]) {
    const runs = []
    for (let round = 0; round < RUNS; round += 1) runs.push(await load(browser, origin, script))
    say(
      script ? 'with script (hydrated)' : 'without script',
      Math.round(median(runs.map(one => one.visible))),
      Math.round(median(runs.map(one => one.usable))),
    )
  }
}

async function main(folder: string | undefined): Promise<void> {
  const site = openSite(folder)
  await bytes(site)
  process.stdout.write('\n')
  const { origin, close } = await serve(site)
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
  await times(browser, origin)
  process.stdout.write('\n')
  await reading(browser, origin)
  await browser.close()
  close()
}

await main(process.argv[2]).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
})
