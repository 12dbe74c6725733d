import type { Browser, Page } from '@playwright/test'
import { build } from 'vite'
import adverts from '../fixtures/adverts.json' with { type: 'json' }
import { head, median, say } from './table.ts'

const ROUNDS = 15
const lengths = [1000, 10_000, 40_000, 100_000] as const

/** The engine as one script, for the browsers that the pages are built for. */
async function engineScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome107',
      lib: { entry: 'tests/bench/engine.ts', formats: ['iife'], name: 'engine' },
    },
  })
  const [bundle] = [built].flat()
  if (!bundle || !('output' in bundle)) throw new Error('the engine could not be bundled')
  return bundle.output[0].code
}

/** Real adverts, one after another, up to a length: what a long chat full of offers would be. */
const messageOf = (length: number) => {
  const all = adverts.map(advert => advert.text).join('\n\n')
  return all.repeat(Math.ceil(length / all.length)).slice(0, length)
}

async function slowPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return page
}

type Engine = typeof import('./engine.ts')
declare const engine: Engine

/** Times in ms in a fresh page: of preparing the reader, as the page does while the phone is idle, and of reading one text. */
const timesOfReading = ({ text, rounds }: { text: string; rounds: number }) => {
  const timed = (work: () => void) => {
    const start = performance.now()
    work()
    return performance.now() - start
  }
  const preparing = timed(() => {
    for (const _ of engine.prepareReader());
  })
  return [preparing, ...Array.from({ length: rounds }, () => timed(() => engine.readMessage(text)))]
}

/** Time of judging all questions answered, in ms. */
const timeOfJudging = () => {
  const answers = Object.fromEntries(engine.questions.map(question => [question.id, question.options[0].id]))
  const rounds = 500
  const start = performance.now()
  for (let round = 0; round < rounds; round += 1) engine.assessAnswers(answers)
  return (performance.now() - start) / rounds
}

/** Ms from the tap on "Baca pesan" on the built page to the next picture on the screen. */
async function timeOnPage(browser: Browser, origin: string, text: string): Promise<number> {
  const page = await slowPage(browser)
  await page.goto(`${origin}/periksa/pesan/`)
  await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
  await page.locator('textarea').fill(text)
  // Nobody pastes and taps within two seconds of the page's start: the reader has been prepared by then.
  await page.waitForTimeout(2000)
  const time = await page.evaluate(async () => {
    const start = performance.now()
    document.querySelector<HTMLButtonElement>('form[data-hydrated] button[type=submit]')?.click()
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
  })
  await page.context().close()
  return time
}

/** Prints how long a phone (CPU/4) takes to judge an answer and to read messages, and how the time grows. */
export async function reading(browser: Browser, origin: string): Promise<void> {
  const script = await engineScript()
  const blank = await slowPage(browser)
  await blank.addScriptTag({ content: script })
  const judging = await blank.evaluate(timeOfJudging)
  head('CPU/4 in Chromium', 'ms')
  say('judging all questions answered, again after each answer', judging.toFixed(3))
  await blank.context().close()
  process.stdout.write('\n')

  head(
    'message, characters',
    'preparing, ms',
    'reader, first time, ms',
    `reader, median of ${ROUNDS - 1} more, ms`,
    'per 1,000 characters, ms',
    'tap to picture on the page, ms',
  )
  const growth = new Map<number, number>()
  for (const length of lengths) {
    const text = messageOf(length)
    const page = await slowPage(browser)
    await page.addScriptTag({ content: script })
    const [preparing = 0, first = 0, ...rest] = await page.evaluate(timesOfReading, { text, rounds: ROUNDS })
    await page.context().close()
    const usual = median(rest)
    growth.set(length, usual / length)
    const onPage = await timeOnPage(browser, origin, text)
    say(
      length.toLocaleString('en'),
      preparing.toFixed(0),
      first.toFixed(1),
      usual.toFixed(1),
      ((usual * 1000) / length).toFixed(2),
      onPage.toFixed(0),
    )
  }
  const ratio = (growth.get(100_000) ?? 0) / (growth.get(10_000) ?? 1)
  process.stdout.write(
    `\nTime per character, 100,000 against 10,000 characters: ${ratio.toFixed(2)} (1 is linear growth, 10 would be quadratic).\n`,
  )
}
