import type { Owners } from './owners.ts'

/** The addresses that were taken down, whether or not the site has been built since. */
export type GonePaths = {
  /**
   * Takes note of outbox rows in the order of their commits: the last word on an address counts. What is published again stays
   * gone until `lift`: its files are made anew by the next build.
   */
  note: (kind: 'publish' | 'takedown', paths: readonly string[]) => void
  /** How many rows were noted so far: a build takes it along with its rows. */
  noted: () => number
  /**
   * A build that carries the publishing of these addresses is about to be served. What was said of one of them after the first
   * `upTo` notes, a take-down and a publishing anew, is not in it: that address stays gone.
   */
  lift: (paths: readonly string[], upTo?: number) => void
  /**
   * Whether a decoded address shows something that was taken down: its page however it is written (with or without the last
   * slash, as `index.html`, in its compressed forms, under `/en/`), what lies under it, its data in other formats, and hashed
   * files that no other page shows.
   */
  has: (path: string) => boolean
  /** What was taken down, without the last slash. */
  addresses: () => string[]
  /** Hashed files that only pages that are gone show. */
  files: () => string[]
  /** Whether a page of the site shows this medium or hashed file. */
  isShown: (file: string) => boolean
  /** Replaces what is known of the pages to which hashed files belong. */
  setOwners: (owners: Owners) => void
}

export function gonePaths(start: readonly string[] = [], known: Owners = new Map()): GonePaths {
  const gone = new Map(
    start.map(path => [plainAddress(path), { kind: 'takedown' as 'publish' | 'takedown', at: 0 }]),
  )
  let noted = 0
  let owners = known
  const isGone = (path: string): boolean => {
    for (let part = path; part !== ''; part = part.slice(0, part.lastIndexOf('/'))) {
      if (gone.has(part)) return true
    }
    return false
  }
  const isOfGone = (file: string) => {
    const pages = owners.get(file) ?? []
    return pages.length > 0 && pages.every(page => isGone(plainAddress(page)))
  }
  return {
    note: (kind, paths) => {
      noted += 1
      for (const path of paths.map(plainAddress)) {
        if ((kind === 'takedown' && path !== '') || gone.has(path)) gone.set(path, { kind, at: noted })
      }
    },
    noted: () => noted,
    lift: (paths, upTo = noted) => {
      for (const path of paths.map(plainAddress)) {
        const last = gone.get(path)
        if (last?.kind === 'publish' && last.at <= upTo) gone.delete(path)
      }
    },
    has: path => {
      const plain = plainAddress(path)
      // The page's data under the page's name: `/desa/x.json`. A medium's own ending is part of its address.
      return isGone(plain) || isGone(plain.replace(/\.[a-z0-9]{1,11}$/i, '')) || isOfGone(plain)
    },
    addresses: () => [...gone.keys()],
    files: () => [...owners.keys()].filter(isOfGone),
    isShown: file => owners.has(file),
    setOwners: next => {
      owners = next
    },
  }
}

/** One form for every way to write the address of a page or file; empty for the home page. */
function plainAddress(path: string): string {
  return path
    .replace(/\.(?:br|gz)$/, '')
    .replace(/\/index(?:\.html?)?$/, '')
    .replace(/\/+$/, '')
    .replace(/^\/en(?=\/)/, '')
}
