import { startServer, untilReady } from '#tests/helpers/server.ts'

/**
 * `npm run bench:start [runs]`: seconds until everything is served, for a first start on an empty data folder (bundles as they
 * are) and for starts after it, with what the server says about its steps. Ends with 1 when the median of the later starts is
 * over ten seconds. Run it on a machine that does nothing else.
 */
const runs = Number(process.argv[2] ?? 5)
const limitSeconds = 10

async function timed(server: Awaited<ReturnType<typeof startServer>>, began: number): Promise<number> {
  await untilReady(server)
  return (Date.now() - began) / 1000
}

const first = Date.now()
let server = await startServer({})
console.log(`first start: ${(await timed(server, first)).toFixed(1)} s`)
const times: number[] = []
try {
  for (let run = 1; run <= runs; run += 1) {
    await server.stop()
    const began = Date.now()
    server = await startServer({ folder: server.folder, port: server.port })
    times.push(await timed(server, began))
    console.log(`start ${run + 1}: ${times.at(-1)?.toFixed(1)} s`)
  }
  console.log(server.output().trim())
} finally {
  await server.remove()
}
const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
console.log(`median of ${times.length} later starts: ${median.toFixed(1)} s (limit ${limitSeconds} s)`)
process.exit(median <= limitSeconds ? 0 : 1)
