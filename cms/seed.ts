import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  commitTransaction,
  createLocalReq,
  getPayload,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { collections, globals } from '#src/slugs.ts'
import { loadSettings, root } from './env.ts'
import { enqueue } from './jobs/enqueue.ts'
import { readSeedRows, type SeedRows } from './seed-rows.ts'
import {
  fromActivity,
  fromArticle,
  fromBanner,
  fromFigure,
  fromHelpLine,
  fromOffice,
  fromProgramme,
} from './seed-shapes.ts'

type Seeded = 'offices' | 'programmes' | 'figures' | 'activities' | 'banners' | 'articles' | 'help-channels'
/** How many documents of each kind were added, and how many were there already and stayed as they are. */
export type SeedReport = { added: Record<string, number>; kept: number }

const folder = path.join(root, 'src/content/seed')

/**
 * Adds the starting content that is not there yet, published. A document whose slug exists is left alone, whoever wrote it;
 * so is a setting that was ever saved. All or nothing, in one transaction, with at most one row in the outbox.
 *
 * @throws Error naming file, row and column of what does not fit; nothing is loaded then.
 */
export async function seed(payload: Payload, from: string = folder): Promise<SeedReport> {
  const rows = readSeedRows(from)
  const req = await createLocalReq({ context: { seeding: true } }, payload)
  await initTransaction(req)
  try {
    const report = await addAll(rows, req)
    const isChanged = Object.values(report.added).some(count => count > 0)
    if (isChanged)
      await enqueue(req, { kind: 'publish', source: 'seed', docId: null, label: 'Isi awal', paths: [] })
    await commitTransaction(req)
    return report
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

async function addAll(rows: SeedRows, req: PayloadRequest): Promise<SeedReport> {
  const report: SeedReport = { added: {}, kept: 0 }
  const idOf = (ids: Map<string, string>) => (slug: string | null) =>
    slug === null ? null : (ids.get(slug) ?? null)

  async function add<T extends { slug: string }>(
    collection: Seeded,
    documents: readonly T[],
  ): Promise<{ ids: Map<string, string>; fresh: Set<string> }> {
    const { docs } = await req.payload.find({
      collection,
      select: { slug: true },
      depth: 0,
      pagination: false,
      overrideAccess: true,
      req,
    })
    const ids = new Map(docs.map(({ id, slug }) => [slug, id]))
    const fresh = new Set<string>()
    for (const data of documents.filter(({ slug }) => !ids.has(slug))) {
      const { id } = await req.payload.create({
        collection,
        data: data as never,
        depth: 0,
        overrideAccess: true,
        req,
      })
      ids.set(data.slug, id)
      fresh.add(data.slug)
    }
    report.added[collection] = fresh.size
    report.kept += documents.length - fresh.size
    return { ids, fresh }
  }

  const offices = idOf((await add('offices', rows.offices.map(fromOffice))).ids)
  const programmes = idOf(
    (
      await add(
        'programmes',
        rows.programmes.map(row => fromProgramme(row, offices)),
      )
    ).ids,
  )
  const figures = await add(
    'figures',
    rows.figures.map(row => fromFigure(row, offices)),
  )
  await linkFigures(
    rows.figures.filter(({ id }) => figures.fresh.has(id)),
    idOf(figures.ids),
    req,
  )
  await add(
    'activities',
    rows.activities.map(row => fromActivity(row, offices, programmes)),
  )
  await add(
    'banners',
    rows.banners.map(row => fromBanner(row, offices)),
  )
  await add(
    'articles',
    rows.articles.map(row => fromArticle(row, offices)),
  )
  const lines = await add(
    'help-channels',
    rows['help-lines'].map(row => fromHelpLine(row, 'id')),
  )
  await translateHelpLines(
    rows['help-lines'].filter(({ id }) => lines.fresh.has(id)),
    idOf(lines.ids),
    req,
  )
  report.added.settings = await addSettings(rows, req)
  return report
}

/** Figures point at each other, so their links come when all of them exist. */
async function linkFigures(
  rows: SeedRows['figures'],
  idOf: (slug: string | null) => string | null,
  req: PayloadRequest,
) {
  for (const row of rows.filter(({ contradicts, subsetOf }) => subsetOf !== null || contradicts.length > 0)) {
    await req.payload.update({
      collection: collections.figures,
      id: idOf(row.id) ?? '',
      data: {
        subsetOf: idOf(row.subsetOf),
        contradicts: row.contradicts.map(idOf).filter(id => id !== null),
      },
      depth: 0,
      overrideAccess: true,
      req,
    })
  }
}

/** The English words of new help lines, and their links to each other, now that all of them exist. */
async function translateHelpLines(
  rows: SeedRows['help-lines'],
  idOf: (slug: string | null) => string | null,
  req: PayloadRequest,
) {
  for (const row of rows) {
    const { hours, name, note, purpose } = fromHelpLine(row, 'en')
    await req.payload.update({
      collection: collections.helpChannels,
      id: idOf(row.id) ?? '',
      locale: 'en',
      data: { hours, name, note, purpose, contradicts: row.contradicts.map(idOf).filter(id => id !== null) },
      depth: 0,
      overrideAccess: true,
      req,
    })
  }
}

/** The settings that nobody has saved yet. Returns how many were set. */
async function addSettings(rows: SeedRows, req: PayloadRequest): Promise<number> {
  const [operator] = rows.operator
  const saved = await req.payload.findGlobal({ slug: globals.operator, depth: 0, overrideAccess: true, req })
  if (!operator || saved.updatedAt) return 0
  const { demo: _, logo: __, ...data } = operator
  await req.payload.updateGlobal({ slug: globals.operator, data, depth: 0, overrideAccess: true, req })
  return 1
}

async function main() {
  loadSettings()
  const { default: config } = await import('./payload.config.ts')
  const payload = await getPayload({ config })
  const { added, kept } = await seed(payload)
  const parts = Object.entries(added).map(([name, count]) => `${name} ${count}`)
  console.log(`Ditambahkan: ${parts.join(', ')}. Dibiarkan seperti adanya: ${kept}.`)
  await payload.destroy()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await main()
    process.exit(0)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
