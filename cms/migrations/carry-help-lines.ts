import { randomUUID } from 'node:crypto'
import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'
import { everyCountry } from './help-line-countries.ts'
import { bodyFromName, countryFromText, freeSlug, missions } from './help-line-guesses.ts'

const columns = [
  'slug',
  'tel',
  'tel_shown',
  'whatsapp',
  'url',
  'where',
  'kind',
  'identity',
  'country',
  'body',
  'source_title',
  'source_url',
  'source_published',
  'source_checked',
  'source_note',
  'checked_by',
  'checked',
  'updated_at',
  'created_at',
  '_status',
]
const list = (names: readonly string[]) => sql.raw(names.map(name => `"${name}"`).join(', '))

type OldLine = { id: string; key: string; where: string; country: string | null; name: string | null }

/** Where a line of the old list belongs; `isSure` false where its country cannot be told. */
function placeOf({ country, name, where }: OldLine) {
  const body = bodyFromName(name ?? '', where)
  const told = countryFromText(country)
  if (where === 'indonesia')
    return { body, country: null, isSure: told === null || told === 'indonesia' }
  // Without a country a line was for every country, but a mission never is.
  if (told === null || told === everyCountry) {
    const isMission = body !== null && missions.includes(body)
    return { body, country: isMission ? null : everyCountry, isSure: !isMission }
  }
  const isSure = told !== 'unknown' && told !== 'indonesia'
  return { body, country: isSure ? told : null, isSure }
}

/**
 * Help lines from the list of one setting to documents of their own, with a first version each. To be called between the
 * creation of `help_channels` and the end of `help_lines`. A country was free text and becomes its code. Where it cannot be
 * told, the line becomes a draft that no reader sees, its note says what stood there, and the log names it. The second of two
 * lines with the same key gets a number.
 */
export async function carryHelpLines({
  db,
  payload,
}: Pick<MigrateUpArgs, 'db'> & { payload: { logger: Pick<MigrateUpArgs['payload']['logger'], 'warn'> } }) {
  const now = new Date().toISOString()
  const lines = await db.all<OldLine>(sql`SELECT line."id", line."key", line."where", line."country", words."name"
    FROM help_lines_lines line
    LEFT JOIN help_lines_lines_locales words ON words."_parent_id" = line."id" AND words."_locale" = 'id'
    ORDER BY line."_order"`)
  const taken = new Set<string>()
  const keys = new Set(lines.map(({ key }) => key))
  for (const line of lines) {
    const { body, country, isSure } = placeOf(line)
    const slug = freeSlug(line.key, taken, keys)
    taken.add(slug)
    const id = randomUUID()
    const remark = isSure ? '' : `Negara dalam daftar lama: ${line.country?.trim() || 'tidak diisi'}.`
    await db.run(sql`INSERT INTO help_channels ("id", ${list(columns)})
      SELECT ${id}, ${slug}, "tel", "tel_shown", "whatsapp", "url", "where", "kind", "identity", ${country}, ${body},
        "source_title", "source_url", "source_published", "source_checked",
        nullif(substr(trim(coalesce("source_note", '') || ' ' || ${remark}), 1, 500), ''),
        "checked_by", "checked", ${now}, ${now}, ${isSure ? 'published' : 'draft'}
      FROM help_lines_lines WHERE "id" = ${line.id}`)
    await db.run(sql`INSERT INTO help_channels_locales ("name", "purpose", "hours", "_locale", "_parent_id")
      SELECT "name", "purpose", "hours", "_locale", ${id} FROM help_lines_lines_locales WHERE "_parent_id" = ${line.id}`)
    if (slug !== line.key)
      payload.logger.warn(`Saluran bantuan: kode "${line.key}" dipakai dua kali; yang kedua menjadi "${slug}".`)
    if (!isSure)
      payload.logger.warn(
        `Saluran bantuan "${slug}": negara "${line.country ?? ''}" tidak dikenali. Disimpan sebagai draf dan tidak tampil: pilih negaranya di CMS, lalu terbitkan.`,
      )
  }
  const versioned = columns.map(name => `version_${name}`)
  for (const { id } of await db.all<{ id: string }>(sql`SELECT "id" FROM help_channels`))
    await db.run(sql`INSERT INTO _help_channels_v ("id", "parent_id", "latest", "created_at", "updated_at", ${list(versioned)})
      SELECT ${randomUUID()}, "id", 1, ${now}, ${now}, ${list(columns)} FROM help_channels WHERE "id" = ${id}`)
  await db.run(sql`INSERT INTO _help_channels_v_locales
      ("version_name", "version_purpose", "version_hours", "_locale", "_parent_id")
    SELECT words."name", words."purpose", words."hours", words."_locale", version."id"
    FROM help_channels_locales words JOIN _help_channels_v version ON version."parent_id" = words."_parent_id"`)
}
