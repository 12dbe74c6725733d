/** The addresses that were taken down, whether or not the site has been built since. */
export type GonePaths = {
  /** Takes note of outbox rows in the order of their commits: the last word on an address counts. */
  note: (kind: 'publish' | 'takedown', paths: readonly string[]) => void
  has: (path: string) => boolean
}

export function gonePaths(): GonePaths {
  const gone = new Set<string>()
  return {
    note: (kind, paths) => {
      for (const path of paths) {
        if (kind === 'takedown') gone.add(path)
        else gone.delete(path)
      }
    },
    has: path => gone.has(path) || gone.has(`${path}/`),
  }
}
