/**
 * `npm run bench:figures`: disclosure control at 1,000 and 10,000 figures (processor time, growth per figure as a ratio), the same as its definition
 * at 1,000, and `/api/publik/figures` in a CMS: the first answer after a change, an unchanged one, and the longest time for which
 * four readers after a change keep everything else in the process waiting. `-- 20000` puts as many figures into the CMS.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { protectFigures } from '#src/stats/protect.ts'
import { addFigures } from '#tests/helpers/add-figures.ts'
import { dailyTable, nationalTable } from '#tests/helpers/many-figures.ts'
import { startTestCms } from '#tests/helpers/payload.ts'
import { protectByDefinition } from '#tests/helpers/protect-by-definition.ts'
import { head, median, say } from './table.ts'

const rounds = 5
const size = Number(process.argv[2] ?? 10_000)

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
async function middle(work: () => unknown, measure = timed): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await measure(work))
  return median(times)
}
/** Time of the processor, which other programs on the machine disturb less. */
async function worked(work: () => unknown): Promise<number> {
  const began = process.cpuUsage()
  await work()
  const { system, user } = process.cpuUsage(began)
  return (system + user) / 1000
}

head('table', 'by definition, 1,000, ms', '1,000, ms', '10,000, ms', 'growth per figure', 'definition / ours')
for (const [name, make] of [
  ['offices, provinces, nation by month', nationalTable],
  ['one office by day', dailyTable],
] as const) {
  const [small, large] = [make(1000), make(10_000)]
  const definition = await middle(() => protectByDefinition(small), worked)
  const one = await middle(() => protectFigures(small), worked)
  const ten = await middle(() => protectFigures(large), worked)
  say(
    name,
    ...[definition, one, ten].map(ms => ms.toFixed(0)),
    (ten / one / 10).toFixed(2),
    (definition / one).toFixed(1),
  )
}

const cms = await startTestCms()
await addFigures(cms, nationalTable(size))
const ask = async (tag = '') => {
  const headers = { 'Accept-Encoding': 'gzip', 'If-None-Match': tag }
  const response = await cms.rest('GET', '/publik/figures', { headers })
  if (!response.ok && response.status !== 304) throw new Error(`answered ${response.status}`)
  await response.arrayBuffer()
  return response.headers.get('etag') ?? ''
}
let cpu = 0
const first = await timed(async () => {
  cpu = await worked(ask)
})
const unchanged = await middle(ask)
const tag = await ask()
const known = await middle(() => ask(tag))
await addFigures(cms, [])
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const four = await timed(() => Promise.all(Array.from({ length: 4 }, () => ask())))
delay.disable()
process.stdout.write('\n')
head(
  'figures',
  'first answer, ms',
  'processor, ms',
  'unchanged, ms',
  '304, ms',
  'four readers after a change, ms',
  'longest standstill, ms',
)
say(size, ...[first, cpu, unchanged, known, four, delay.max / 1e6].map(ms => ms.toFixed(0)))
const rows = await cms.payload.count({ collection: 'figure-releases', overrideAccess: true })
process.stdout.write(`\nRows of releases: ${rows.totalDocs}\n`)
await cms.close()
process.exit(0)
