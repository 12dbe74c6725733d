import type { Payload } from 'payload'
import { z } from 'zod'
import type { Figure } from '#src/content/figure.ts'
import { collections } from '#src/slugs.ts'
import { type Place, placeKey, placeSchema } from '#src/stats/place.ts'
import { type Protected, protectFigures } from '#src/stats/protect.ts'
import type { ReleasedNumber } from '#src/stats/standing.ts'
import { readGap } from './figure-gap.ts'
import { readLinks } from './public-parts.ts'
import { toFigure } from './public-shapes.ts'

const numbersSchema = z.array(z.object({ place: placeSchema, count: z.int().min(0) }))
const options = { collection: collections.figureReleases, overrideAccess: true, depth: 0 } as const
const longestRace = 5

/**
 * The figures that may be given out now. What is new among them is written down first: from then on it counts as seen,
 * whoever asked, and later answers are made to fit beside it.
 */
export async function releaseFigures(payload: Payload): Promise<readonly Figure[]> {
  for (let attempt = 1; ; attempt++) {
    const { fresh, serial, shown } = await readFigures(payload)
    if (fresh.length === 0) return shown
    try {
      await writeRelease(payload, serial + 1, fresh)
      return shown
    } catch (error) {
      // Another answer took the number: what it gave out must be looked at first.
      if (attempt === longestRace || (await lastSerial(payload)) === serial) throw error
    }
  }
}

/** Adds numbers that were given out, though nothing here remembers it: to what stands from now on. */
export async function noteReleased(payload: Payload, numbers: Protected['fresh']): Promise<void> {
  if (numbers.length > 0) await writeRelease(payload, (await lastSerial(payload)) + 1, numbers)
}

async function writeRelease(payload: Payload, serial: number, numbers: Protected['fresh']): Promise<void> {
  await payload.create({ ...options, data: { serial, numbers: JSON.stringify(numbers) } })
}

/** What disclosure control says of all published figures now, and the number of the last release. Gives nothing out. */
export async function readFigures(
  payload: Payload,
): Promise<Protected & { serial: number; released: readonly ReleasedNumber[] }> {
  const releases = await payload.find({ ...options, sort: 'serial', pagination: false })
  const links = await readLinks(payload)
  const { docs } = await payload.find({
    collection: collections.figures,
    where: { _status: { equals: 'published' } },
    sort: 'slug',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  const released = releasedNumbers(
    releases.docs.flatMap(({ numbers }) => numbersSchema.parse(JSON.parse(numbers))),
  )
  return {
    ...protectFigures(
      docs.map(doc => toFigure(doc, links)),
      released,
      (await readGap(payload))?.until ?? null,
    ),
    released,
    serial: releases.docs.at(-1)?.serial ?? 0,
  }
}

async function lastSerial(payload: Payload): Promise<number> {
  const { docs } = await payload.find({ ...options, sort: '-serial', limit: 1, select: { serial: true } })
  return docs[0]?.serial ?? 0
}

function releasedNumbers(numbers: readonly { place: Place; count: number }[]): ReleasedNumber[] {
  const byPlace = new Map<string, ReleasedNumber>()
  for (const { count, place } of numbers) {
    const before = byPlace.get(placeKey(place))
    byPlace.set(placeKey(place), { place, counts: before ? [...before.counts, count] : [count] })
  }
  return [...byPlace.values()]
}
