/** A lock taken in order of arrival. `acquire` resolves with the function that gives it back; calling that twice is harmless. */
export function createMutex(name: string) {
  const waiting: (() => void)[] = []
  let held = false

  const release = () => {
    const next = waiting.shift()
    if (next) next()
    else held = false
  }
  const once = () => {
    let done = false
    return () => {
      if (done) return
      done = true
      release()
    }
  }

  return {
    /** @throws Error when the lock is not free within `timeoutMs`: then something holds it that itself waits for this caller. */
    acquire(timeoutMs: number): Promise<() => void> {
      if (!held) {
        held = true
        return Promise.resolve(once())
      }
      return new Promise((resolve, reject) => {
        const grant = () => {
          clearTimeout(timer)
          resolve(once())
        }
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(grant), 1)
          reject(
            new Error(
              `${name}: the lock was not free within ${timeoutMs} ms. Does a nested call lack \`req\`?`,
            ),
          )
        }, timeoutMs)
        waiting.push(grant)
      })
    },
  }
}
