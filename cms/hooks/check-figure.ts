import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { who } from '#cms/access/who.ts'
import { dayOf } from '#cms/fields/day.ts'
import { bareName } from '#cms/fields/own-office.ts'
import type { Figure } from '#cms/payload-types.ts'
import { formatPeriod } from '#src/stats/format.ts'
import { isSamePeriod, isWithin, periodsOverlap } from '#src/stats/periods.ts'
import { collections } from '#src/slugs.ts'
import { type Problem, refusal } from './refusal.ts'
import { say } from './say.ts'

const periodOf = ({ period }: Pick<Figure, 'period'>) => ({
  start: dayOf(period?.start) ?? '',
  end: dayOf(period?.end) ?? '',
})
const reasonsOf = ({ reasons }: Pick<Figure, 'reasons'>) => [...(reasons ?? [])].sort().join()
const plain = (name: string | null | undefined) =>
  bareName(name ?? '')
    .trim()
    .toLowerCase()

/** An office enters its own figures: what it knows of others comes from a publication. */
async function findForeign(figure: Figure, req: PayloadRequest): Promise<Problem[]> {
  const person = who(req)
  if (!person?.office || person.role === 'admin' || figure.provenance !== 'kantor') return []
  const { kind, name } = figure.subject ?? {}
  const office = await req.payload.findByID({
    collection: collections.offices,
    id: person.office,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  if (!office) return []
  const own = bareName(office.name)
  if (kind === 'kanwil' || kind === 'nasional')
    return [
      {
        path: 'subject.kind',
        message: say(req, {
          id: `Akun Anda mengisi angka ${own}. Angka wilayah dan nasional dihitung sendiri oleh situs; untuk angka yang sudah terbit di tempat lain, pilih asal "Dari publikasi".`,
          en: `Your account enters the figures of ${own}. The site adds up regions and the nation by itself; for a figure published elsewhere choose "From a publication".`,
        }),
      },
    ]
  if (kind !== 'kanim' || plain(name) === plain(office.name)) return []
  return [
    {
      path: 'subject.name',
      message: say(req, {
        id: `Akun Anda mengisi angka ${own}, bukan ${name}. Untuk angka kantor lain yang sudah terbit, pilih asal "Dari publikasi".`,
        en: `Your account enters the figures of ${own}, not of ${name}. For a published figure of another office choose "From a publication".`,
      }),
    },
  ]
}

/** Nobody has counted days that have not passed. */
function findFuture(figure: Figure, req: PayloadRequest): Problem[] {
  const { end } = periodOf(figure)
  if (end <= (dayOf(new Date().toISOString()) ?? '')) return []
  const message = say(req, {
    id: 'Masa ini belum berakhir. Periksa tanggalnya, atau simpan sebagai draf dan terbitkan sesudahnya.',
    en: 'This period has not ended. Check the date, or save a draft and publish it afterwards.',
  })
  return [{ path: 'period.end', message }]
}

/** Two counts of the same people that share some days only fit beside each other in no table. One within the other does. */
async function findOverlap(figure: Figure, id: string | undefined, req: PayloadRequest): Promise<Problem[]> {
  const { kind, name } = figure.subject ?? {}
  const period = periodOf(figure)
  if (figure.provenance !== 'kantor' || !kind || !period.start || !period.end) return []
  const office = figure.office && typeof figure.office === 'object' ? figure.office.id : figure.office
  // All published ones of the office count, whoever saves: what is found is named by its period alone.
  const { docs } = await req.payload.find({
    collection: collections.figures,
    where: {
      and: [
        { _status: { equals: 'published' } },
        { provenance: { equals: 'kantor' } },
        { measure: { equals: figure.measure } },
        { reasonScope: { equals: figure.reasonScope } },
        { 'subject.kind': { equals: kind } },
        office ? { office: { equals: office } } : { office: { exists: false } },
        ...(id ? [{ id: { not_equals: id } }] : []),
      ],
    },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const other = docs.find(doc => {
    const theirs = periodOf(doc)
    // An office is known by its entry, however its name was typed.
    const isSame = (kind === 'kanim' && office) || plain(doc.subject.name) === plain(name)
    const isNested = isWithin(theirs, period) || isWithin(period, theirs)
    return (
      isSame &&
      reasonsOf(doc) === reasonsOf(figure) &&
      periodsOverlap(theirs, period) &&
      (isSamePeriod(theirs, period) || !isNested)
    )
  })
  if (!other) return []
  const told = say(req, {
    id: `Kantor ini sudah menerbitkan angka yang sama untuk ${formatPeriod(periodOf(other), 'id')}. Perbaiki angka itu, atau pilih masa yang tidak bertumpang tindih.`,
    en: `This office has published the same count for ${formatPeriod(periodOf(other), 'en')}. Correct that one, or choose a period that does not overlap.`,
  })
  return [{ path: 'period.start', message: told }]
}

/**
 * Refuses what an office enters by mistake: the figure of another office at once, and on publishing a period that has not
 * ended or that shares days with a figure of the same count.
 */
export const checkFigure: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  originalDoc,
  req,
}) => {
  if (context.seeding) return data
  const figure = data as Figure
  const problems = await findForeign(figure, req)
  if (data._status === 'published')
    problems.push(...findFuture(figure, req), ...(await findOverlap(figure, originalDoc?.id, req)))
  if (problems.length > 0) throw refusal(collection, problems, req)
  return data
}
