/** How long one step of stopping may take. Milliseconds. */
const longestStepMs = 8000

/** Runs each step after the one before, whether or not that one worked; a step that hangs is left behind. Never rejects. */
export async function stopInSteps(
  steps: readonly { name: string; stop: () => Promise<unknown> }[],
  limitMs = longestStepMs,
): Promise<void> {
  for (const { name, stop } of steps) {
    const late = Promise.withResolvers<'late'>()
    const timer = setTimeout(() => late.resolve('late'), limitMs)
    try {
      if ((await Promise.race([stop(), late.promise])) === 'late')
        console.error(`Berhenti: ${name} tidak selesai dalam ${limitMs / 1000} detik, ditinggalkan.`)
    } catch (error) {
      console.error(`Berhenti: ${name} gagal. ${error instanceof Error ? error.message : error}`)
    } finally {
      clearTimeout(timer)
    }
  }
}
