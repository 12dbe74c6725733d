/** How long the worker may take to hand over a shared text, in ms. */
const PATIENCE = 1000

/**
 * The text that another app shared into this page, from the memory of the worker, which forgets it at once; empty when there
 * is none. The address loses its mark.
 */
export async function sharedText(): Promise<string> {
  const worker = navigator.serviceWorker?.controller
  if (location.hash !== '#dibagikan') return ''
  history.replaceState(null, '', location.pathname)
  if (!worker) return ''
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<string>(resolve => {
    port1.onmessage = event => resolve(typeof event.data === 'string' ? event.data : '')
    setTimeout(() => resolve(''), PATIENCE)
  })
  worker.postMessage('shared', [port2])
  return answer
}
