import type { BuildState } from '#cms/jobs/build-state.ts'

/** How long to wait before the next question, in milliseconds. A failed build is tried again by itself; a live one is settled. */
const waitMs: Record<BuildState['state'], number | null> = {
  waiting: 2000,
  running: 2000,
  failed: 15_000,
  live: null,
}

/**
 * Asks for the state of the published site, now and until it is settled, and again when the page comes back into view. A page
 * that is not in view asks nothing; a session that ended ends the asking. Returns how to stop.
 */
export function watchBuild(onState: (state: BuildState) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false

  async function look() {
    clearTimeout(timer)
    if (isOver || document.visibilityState === 'hidden') return
    const answer = await fetch('/api/build-state', { credentials: 'same-origin' }).catch(() => null)
    if (isOver || (answer && !answer.ok)) return
    const state = answer ? ((await answer.json()) as BuildState) : null
    if (isOver) return
    if (state) onState(state)
    const wait = waitMs[state?.state ?? 'failed']
    if (wait !== null) timer = setTimeout(look, wait)
  }
  document.addEventListener('visibilitychange', look)
  look()
  return () => {
    isOver = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', look)
  }
}
