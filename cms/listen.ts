import type { Server } from 'node:http'
import path from 'node:path'
import type { Env } from './env.ts'
import { type Lock, lockFile, takeLock } from './lock.ts'

/**
 * Takes the lock that says "this database is served".
 * @throws Error that says what to do when another server has it.
 */
export function lockOrRefuse(env: Env): Lock {
  const file = lockFile(env)
  const lock = lockIn(file)
  if (lock) return lock
  throw new Error(
    `Data ini sudah dipakai server lain (${file} terkunci).\nHentikan dulu yang lain itu, atau beri yang ini DATA_DIR dan PORT sendiri.\n(Another server uses this data. Stop it first, or give this one its own DATA_DIR and PORT.)`,
  )
}

function lockIn(file: string): Lock | null {
  try {
    return takeLock(file)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message
    throw new Error(
      `Folder ${path.dirname(file)} tidak dapat ditulisi (${reason}). Periksa izinnya, atau pilih DATA_DIR lain.\n(The data folder cannot be written. Check its permissions, or choose another DATA_DIR.)`,
    )
  }
}

/** Listens on the configured address. Rejects with what to do when it cannot. */
export function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(cannotListen(env, error)))
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

function cannotListen({ HOST, PORT }: Env, { code }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE')
    return `Port ${PORT} di ${HOST} sudah dipakai program lain. Pilih PORT lain, misalnya: PORT=${PORT === 65535 ? 8080 : PORT + 1} npm start\n(The port is in use. Choose another PORT.)`
  if (code === 'EACCES')
    return `Port ${PORT} tidak boleh dipakai akun ini. Pilih PORT di atas 1023, dan taruh reverse proxy di depannya.\n(This account may not use the port. Choose a PORT above 1023.)`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST=${HOST} bukan alamat mesin ini. Pakai 127.0.0.1, atau 0.0.0.0 untuk semua alamatnya.\n(HOST is not an address of this machine.)`
  return `Port ${PORT} di ${HOST} tidak dapat dipakai (${code}).`
}
