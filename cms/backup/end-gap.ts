import { readFileSync } from 'node:fs'
import type { Payload } from 'payload'
import { inTransaction } from '#cms/endpoints/desk-transaction.ts'
import { closeGap, readGap } from '#cms/endpoints/figure-gap.ts'
import { noteReleased, readFigures } from '#cms/endpoints/figure-releases.ts'
import { enqueue } from '#cms/jobs/enqueue.ts'
import type { Figure } from '#src/content/figure.ts'
import { parsePublic } from '#src/content/public-api.ts'
import { collections } from '#src/slugs.ts'
import { type Place, placeKey, placeOf } from '#src/stats/place.ts'
import { BackupProblem } from './problem.ts'

type Numbers = { place: Place; count: number }[]

/** The numbers of offices that a public copy of the figures gave out, each with its place. */
export function numbersIn(figures: readonly Figure[]): Numbers {
  const own = figures.filter(figure => figure.provenance === 'kantor')
  const series = (figure: Figure) => {
    const { measure, scope, subject } = placeOf(figure, false)
    return [subject, measure, scope].join('|')
  }
  const byId = new Map(own.map(figure => [figure.id, figure]))
  return own.map(figure => {
    const whole = figure.subsetOf === null ? undefined : byId.get(figure.subsetOf)
    const isPart = whole !== undefined && series(whole) === series(figure)
    return { place: placeOf(figure, isPart), count: figure.count }
  })
}

/**
 * The figures of a copy of `/data/angka.json` or of `/api/publik/figures`.
 * @throws BackupProblem when the file is none
 */
export function readCopy(file: string): Figure[] {
  const text = readFileSync(file, 'utf8')
  try {
    return parsePublic('figures', JSON.parse(text))
  } catch {
    throw new BackupProblem(
      `${file} bukan salinan angka.json dari situs.`,
      'That file is no copy of angka.json of the site.',
    )
  }
}

/**
 * Ends the gap: what `copies` gave out, oldest first, stands from now on as if it had been remembered, and what was held because
 * of the gap comes out where it fits beside that. Whoever calls vouches that nothing else was given out. Returns how many numbers
 * were new.
 * @throws BackupProblem when no gap is open
 */
export async function endGap(payload: Payload, copies: readonly (readonly Figure[])[]): Promise<number> {
  const gap = await readGap(payload)
  if (gap === null) throw new BackupProblem('Tidak ada celah angka yang terbuka.', 'No gap is open.')
  const last = new Map<string, number>()
  for (const { counts, place } of (await readFigures(payload)).released)
    last.set(placeKey(place), counts.at(-1) ?? 0)
  const added: Numbers = []
  for (const number of copies.flatMap(numbersIn)) {
    const key = placeKey(number.place)
    if (last.get(key) === number.count) continue
    last.set(key, number.count)
    added.push(number)
  }
  // First what stands, then the end of the gap: whatever fails in between leaves the gap open.
  await noteReleased(payload, added)
  await closeGap(payload)
  await inTransaction(payload, req =>
    enqueue(req, {
      kind: 'publish',
      source: collections.figures,
      docId: null,
      label: 'Celah angka ditutup',
      paths: [],
    }),
  )
  return added.length
}
