/**
 * Loaded before the server by `NODE_OPTIONS=--import`: notes in the file `NETWORK_LOG` every name that the process looks up
 * and every connection that it opens, one line each, unless it is to this machine. Node processes that it starts are watched
 * too, also when they are given an environment of their own. It stops nothing.
 */
import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const { NETWORK_LOG, NODE_OPTIONS } = process.env
if (!NETWORK_LOG) throw new Error('NETWORK_LOG names no file')
const log = NETWORK_LOG

// biome-ignore lint/suspicious/noExplicitAny: functions of any shape are wrapped, and passed on as they came.
type Wrapped = (this: any, ...given: any[]) => unknown
type Owner = Record<string, Wrapped>

function note(what: string, host: unknown): void {
  const isLocal =
    typeof host !== 'string' || /^$|^(.+\.)?localhost$|^(::ffff:)?127\.|^::1?$|^0\.0\.0\.0$/.test(host)
  if (!isLocal) appendFileSync(log, `${process.pid} ${what} ${host}\n`)
}

/** Runs `before` on the arguments of a method each time, before the method itself. */
function watch(owner: unknown, name: string, before: Wrapped): void {
  const methods = owner as Owner
  const original = methods[name]
  if (typeof original !== 'function') throw new Error(`nothing to watch by the name ${name}`)
  const watched: Wrapped = function (...given) {
    before.apply(this, given)
    return original.apply(this, given)
  }
  // What is fastened to the function, such as its promise form, stays there.
  methods[name] = Object.defineProperties(watched, Object.getOwnPropertyDescriptors(original))
}

watch(net.Socket.prototype, 'connect', (first, second) => {
  const options = Array.isArray(first) ? first[0] : first
  const isOptions = typeof options === 'object' && options !== null
  note('connect', isOptions ? (options.path ? null : options.host) : second)
})
watch(dgram.Socket.prototype, 'send', (...given) => {
  note(
    'send',
    given.findLast(one => typeof one === 'string'),
  )
})
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  const names = Object.keys(Object.getOwnPropertyDescriptors(owner))
  for (const name of names.filter(one => /^(lookup|resolve)/.test(one)))
    watch(owner, name, host => note(name, host))
}
for (const name of ['spawn', 'fork']) {
  watch(childProcess, name, (...given) => {
    const options = given.find(one => typeof one === 'object' && one !== null && !Array.isArray(one))
    if (options?.env) Object.assign(options.env, { NETWORK_LOG, NODE_OPTIONS })
  })
}
syncBuiltinESMExports()
appendFileSync(log, `${process.pid} watched: ${process.argv[1] ?? ''}\n`)
