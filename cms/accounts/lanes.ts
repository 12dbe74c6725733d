/** Who waits: `known`, on a device that signed in before, goes in front; `new` is everybody else. */
export type Lane = 'known' | 'new'

/** A place in the line. `leave` gives it up, once, whether or not its work was done. */
export type Place = {
  /** Does the work when its turn has come. */
  run<T>(work: () => Promise<T>): Promise<T>
  leave(): void
}

/**
 * A line before dear work, `atOnce` of which is done at a time. The lane of new devices has room for `mostNew` people, those at
 * work included: whoever comes then gets no place, at once, instead of a long wait. The lane in front has no bound of its own:
 * who comes to it has a limited number of tries.
 */
export function createLanes({ atOnce, mostNew }: { atOnce: number; mostNew: number }): {
  /** A place, or null where there is no room. */
  enter(lane: Lane): Place | null
} {
  const waiting: Record<Lane, (() => void)[]> = { known: [], new: [] }
  let running = 0
  let newcomers = 0

  async function run<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
    if (running < atOnce) running += 1
    else await new Promise<void>(resolve => waiting[lane].push(resolve))
    try {
      return await work()
    } finally {
      // The place at work is handed on, so that nobody slips in between.
      const next = waiting.known.shift() ?? waiting.new.shift()
      if (next) next()
      else running -= 1
    }
  }

  return {
    enter(lane) {
      if (lane === 'known') return { run: work => run(lane, work), leave: () => undefined }
      if (newcomers >= mostNew) return null
      newcomers += 1
      return {
        run: work => run(lane, work),
        leave: () => {
          newcomers -= 1
        },
      }
    },
  }
}
