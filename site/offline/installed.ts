/** Resolves when the worker of this registration is installed. @throws Error when it could not be. */
export function installed(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing
  if (!worker) return Promise.resolve()
  return new Promise((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'redundant') reject(new Error('not installed'))
      else if (worker.state !== 'installing') resolve()
    })
  })
}
