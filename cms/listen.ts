import type { Server } from 'node:http'
import type { Env } from './env.ts'
import { type Lock, lockFile, takeLock } from './lock.ts'

/**
 * Takes the lock that says "this database is served".
 * @throws Error that says what to do when another server has it.
 */
export function lockOrRefuse(env: Env): Lock {
  const file = lockFile(env)
  const lock = takeLock(file)
  if (lock) return lock
  throw new Error(
    `Another server already uses this data (${file} is locked).\nStop it first, or give this one its own DATA_DIR and PORT.`,
  )
}

/** Listens on the configured address. Rejects with what to do when it cannot. */
export function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      const reason = isTaken
        ? 'is used by another program. Choose another PORT'
        : `cannot be used (${error.code})`
      reject(new Error(`Port ${env.PORT} on ${env.HOST} ${reason}.`))
    })
    server.listen(env.PORT, env.HOST, () => {
      server.removeAllListeners('error')
      // Next keeps the process alive after an uncaught error; a server that cannot listen must not stay.
      server.on('error', error => {
        console.error(error.message)
        process.exit(1)
      })
      resolve()
    })
  })
}

/** Runs `stop` on the first SIGTERM or SIGINT and ends the process; a second signal ends it at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false
  const onSignal = () => {
    if (isStopping) process.exit(1)
    isStopping = true
    console.log('Berhenti …')
    stop().then(
      () => process.exit(0),
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}
