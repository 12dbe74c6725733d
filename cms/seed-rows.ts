import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type PublicItem, type PublicName, publicNames, publicSchemas } from '#src/content/public-api.ts'

/** The starting content, checked: every row fits its schema and every link leads somewhere. */
export type SeedRows = { [N in PublicName]: PublicItem<N>[] }

const listSchema = z.object({ items: z.array(z.unknown()) })
const indonesian = z.locales.id().localeError

type Row = { slug?: unknown; id?: unknown }
const keyOf = (row: unknown) => String((row as Row | null)?.slug ?? (row as Row | null)?.id ?? '')

function valueAt(row: unknown, steps: readonly PropertyKey[]): string {
  const value = steps.reduce<unknown>(
    (at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step],
    row,
  )
  return value === undefined ? 'tidak ada' : JSON.stringify(value).slice(0, 80)
}

function parseFile<N extends PublicName>(name: N, folder: string, problems: string[]): PublicItem<N>[] {
  const file = `${name}.json`
  if (!existsSync(path.join(folder, file))) {
    problems.push(`${file}: tidak ada di ${folder}`)
    return []
  }
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
  } catch (error) {
    problems.push(`${file}: bukan JSON yang benar (${error instanceof Error ? error.message : error})`)
    return []
  }
  const list = listSchema.safeParse(json)
  if (!list.success) {
    problems.push(`${file}: seharusnya { "items": [ … ] }`)
    return []
  }
  const seen = new Set<string>()
  return list.data.items.flatMap((row, index) => {
    const where = `${file}, baris ${index + 1}${keyOf(row) && ` (${keyOf(row)})`}`
    const parsed = publicSchemas[name].safeParse(row, { error: indonesian })
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        problems.push(
          `${where}, kolom ${issue.path.join('.') || '(seluruh baris)'}: ${issue.message}; yang tertulis: ${valueAt(row, issue.path)}`,
        )
      }
      return []
    }
    if (keyOf(row) && seen.has(keyOf(row))) problems.push(`${where}: nama ini sudah dipakai baris lain`)
    seen.add(keyOf(row))
    return [parsed.data as PublicItem<N>]
  })
}

/** Links that lead to no row, and pictures, which starting content cannot bring. */
function linkProblems(rows: SeedRows): string[] {
  const known = {
    offices: new Set(rows.offices.map(({ slug }) => slug)),
    programmes: new Set(rows.programmes.map(({ slug }) => slug)),
    figures: new Set(rows.figures.map(({ id }) => id)),
    'help-lines': new Set(rows['help-lines'].map(({ id }) => id)),
  }
  const problems: string[] = []
  const check = (
    where: string,
    column: string,
    target: keyof typeof known,
    slugs: readonly (string | null)[],
  ) => {
    for (const slug of slugs.filter(value => value !== null)) {
      if (!known[target].has(slug))
        problems.push(`${where}, kolom ${column}: "${slug}" tidak ada di ${target}.json`)
    }
  }
  rows.figures.forEach((row, index) => {
    const where = `figures.json, baris ${index + 1} (${row.id})`
    check(where, 'subject.office', 'offices', [row.subject.office])
    check(where, 'subsetOf', 'figures', [row.subsetOf])
    check(where, 'contradicts', 'figures', row.contradicts)
  })
  rows['help-lines'].forEach((row, index) => {
    check(`help-lines.json, baris ${index + 1} (${row.id})`, 'contradicts', 'help-lines', row.contradicts)
  })
  for (const name of ['programmes', 'activities', 'banners', 'articles'] as const) {
    rows[name].forEach((row, index) => {
      const where = `${name}.json, baris ${index + 1} (${row.slug})`
      check(where, 'office', 'offices', [row.office])
      if ('programmes' in row) check(where, 'programmes', 'programmes', row.programmes)
      if (row.image) problems.push(`${where}, kolom image: isi awal tidak membawa gambar; unggah di CMS`)
    })
  }
  return problems
}

/**
 * Reads the starting content of `folder`, one file for each public name.
 * @throws Error listing file, row and column of everything that does not fit, what was expected and what is there.
 */
export function readSeedRows(folder: string): SeedRows {
  const problems: string[] = []
  const read = (name: PublicName) => parseFile(name, folder, problems)
  const rows = Object.fromEntries(publicNames.map(name => [name, read(name)])) as unknown as SeedRows
  const all = problems.length > 0 ? problems : linkProblems(rows)
  if (all.length > 0) throw new Error(`Isi awal tidak dimuat:\n${all.map(line => `  ${line}`).join('\n')}`)
  return rows
}
