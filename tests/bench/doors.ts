/**
 * `npm run bench:doors`: how long a handler waits at the desk's door while others crowd it, on a device that signed in before
 * and on a new one, as a ratio to the same sign-in alone in the same run. Sends to this machine only, at most 500 at once.
 */
import { handlerPassword, makeAccount, startTestDesk } from '#tests/helpers/desk.ts'
import { head, median, say } from './table.ts'

const rounds = 3
const crowds = [0, 100, 500]

const desk = await startTestDesk()
const email = 'bangku@uji.example'
await makeAccount(desk.cms, email)
const known = desk.browser()
await known.signIn(email)

async function timed(work: () => Promise<{ status: number }>): Promise<{ ms: number; status: number }> {
  const began = performance.now()
  const { status } = await work()
  return { ms: performance.now() - began, status }
}
const signIn = (browser = desk.browser()) =>
  browser.ask('/api/desk/masuk', { email, password: handlerPassword })
const stranger = (name: string) =>
  desk.browser().ask('/api/desk/masuk', { email: `${name}@uji.example`, password: 'bukan sandinya' })

head('others at once', 'known device, ms', 'ratio to alone', 'new device, ms', 'new device was answered')
let alone = 0
for (const crowd of crowds) {
  const [knownTimes, newTimes, answers]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds; round += 1) {
    const others = Array.from({ length: crowd }, (_, index) => stranger(`s${crowd}-${round}-${index}`))
    const [own, fresh] = await Promise.all([timed(() => signIn(known)), timed(() => signIn())])
    knownTimes.push(own.ms)
    newTimes.push(fresh.ms)
    answers.push(fresh.status)
    await Promise.all(others)
  }
  const middle = median(knownTimes)
  if (crowd === 0) alone = middle
  say(crowd, middle.toFixed(0), (middle / alone).toFixed(1), median(newTimes).toFixed(0), answers.join(', '))
}
await desk.close()
process.exit(0)
