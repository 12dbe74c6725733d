import type { Payload } from 'payload'
import { z } from 'zod'
import type { Figure } from '#src/content/figure.ts'
import { collections } from '#src/slugs.ts'
import { placeKey, placeSchema } from '#src/stats/place.ts'
import { type Protected, protectFigures } from '#src/stats/protect.ts'
import type { ReleasedNumber } from '#src/stats/standing.ts'
import { readGap } from './figure-gap.ts'
import { oncePerChange, perOwner } from './once-per-change.ts'
import { linksOf } from './public-parts.ts'
import { publicStamp, readPublished } from './public-rows.ts'
import { toFigure } from './public-shapes.ts'

const numbersSchema = z.array(z.object({ place: placeSchema, count: z.int().min(0) }))
const options = { collection: collections.figureReleases, overrideAccess: true, depth: 0 } as const
const longestRace = 5
/** Numbers in one row, about 200 bytes each: MongoDB takes 16 MB. */
const MOST_IN_A_ROW = 5000
/** Rows read in one go. */
const ROWS_AT_ONCE = 10

type Numbers = Protected['fresh']
type Memory = { serial: number; byPlace: Map<string, ReleasedNumber> }
type Evaluated = Protected & {
  serial: number
  corrected: ReadonlySet<string>
  released: readonly ReleasedNumber[]
}

/** The published figures as they were entered, read once for each change. */
const enteredFigures = perOwner((payload: Payload) =>
  oncePerChange(
    () => publicStamp(payload),
    async () => {
      const links = await linksOf(payload)
      const docs = await readPublished(payload, collections.figures)
      return docs.map(doc => toFigure(doc, links))
    },
  ),
)

/**
 * What disclosure control says of all published figures now, and the number of the last release; worked out once for each
 * change and each release. Gives nothing out.
 */
export const readFigures = (payload: Payload): Promise<Evaluated> => evaluatedFigures(payload)()

const evaluatedFigures = perOwner((payload: Payload) => {
  const memory: Memory = { serial: 0, byPlace: new Map() }
  return oncePerChange(
    async () =>
      `${await publicStamp(payload)} ${await lastSerial(payload)} ${(await readGap(payload))?.until}`,
    async () => {
      await recall(payload, memory)
      const figures = await enteredFigures(payload)()
      const released = [...memory.byPlace.values()]
      const result = protectFigures(figures, released, (await readGap(payload))?.until ?? null)
      const corrected = result.fresh
        .map(({ place }) => placeKey(place))
        .filter(key => memory.byPlace.has(key))
      return { ...result, serial: memory.serial, corrected: new Set(corrected), released }
    },
  )
})

/**
 * The figures that may be given out now. What is new among them is written down first: from then on it counts as seen,
 * whoever asked, and later answers are made to fit beside it.
 */
export async function releaseFigures(payload: Payload): Promise<readonly Figure[]> {
  for (let attempt = 1; ; attempt++) {
    const { corrected, fresh, serial, shown } = await readFigures(payload)
    try {
      await writeRows(payload, serial, rowsOf(fresh, corrected))
      return shown
    } catch (error) {
      // Another answer took the number: what it gave out must be looked at first.
      if (attempt === longestRace || (await lastSerial(payload)) === serial) throw error
    }
  }
}

/** Adds numbers that were given out, though nothing here remembers it: to what stands from now on. */
export async function noteReleased(payload: Payload, numbers: Numbers): Promise<void> {
  await writeRows(payload, await lastSerial(payload), rowsOf(numbers, new Set()))
}

async function writeRows(payload: Payload, last: number, rows: readonly Numbers[]): Promise<void> {
  for (const [index, numbers] of rows.entries())
    await payload.create({ ...options, data: { serial: last + 1 + index, numbers: JSON.stringify(numbers) } })
}

/**
 * New numbers as rows. A crash between two rows, or another server, may leave the first ones alone: they stand for more than
 * was given out, and leave the numbers in a state that the rule passes through. So corrections, which only hold together, are
 * one row, and additions follow in the order in which they were let in.
 */
function rowsOf(fresh: Numbers, corrected: ReadonlySet<string>): Numbers[] {
  const isCorrection = ({ place }: Numbers[number]) => corrected.has(placeKey(place))
  const additions = fresh.filter(number => !isCorrection(number))
  const rows: Numbers[] = [fresh.filter(isCorrection)]
  for (let from = 0; from < additions.length; from += MOST_IN_A_ROW)
    rows.push(additions.slice(from, from + MOST_IN_A_ROW))
  return rows.filter(row => row.length > 0)
}

async function lastSerial(payload: Payload): Promise<number> {
  const { docs } = await payload.find({
    ...options,
    sort: '-serial',
    limit: 1,
    pagination: false,
    select: { serial: true },
  })
  return docs[0]?.serial ?? 0
}

/** Adds to the memory what was released since. Rows never change. */
async function recall(payload: Payload, memory: Memory): Promise<void> {
  for (;;) {
    const { docs } = await payload.find({
      ...options,
      where: { serial: { greater_than: memory.serial } },
      sort: 'serial',
      limit: ROWS_AT_ONCE,
      pagination: false,
    })
    for (const { numbers, serial } of docs) {
      for (const { count, place } of numbersSchema.parse(JSON.parse(numbers))) {
        const key = placeKey(place)
        const before = memory.byPlace.get(key)
        memory.byPlace.set(key, { place, counts: before ? [...before.counts, count] : [count] })
      }
      memory.serial = serial
    }
    if (docs.length < ROWS_AT_ONCE) return
  }
}
