import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'
import { countries } from '#src/content/countries.ts'

const uuid = sql.raw(
  `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' ||
    substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`,
)
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

/**
 * Help lines from the list of one setting to documents of their own, published, with a first version each. To be called between
 * the creation of `help_channels` and the end of `help_lines`. A country was a name and becomes its code; of a name without a
 * page nothing is kept, and the line then counts for every country.
 */
export async function carryHelpLines({ db }: Pick<MigrateUpArgs, 'db'>): Promise<void> {
  const now = new Date().toISOString()
  const code = sql.join(
    countries.map(({ id, iso }) => sql`WHEN ${id} THEN ${iso}`),
    sql` `,
  )
  await db.run(sql`INSERT INTO help_channels ("id", ${list(columns)})
    SELECT ${uuid}, "key", "tel", "tel_shown", "whatsapp", "url", "where", "kind", "identity",
      CASE "country" ${code} END, "source_title", "source_url", "source_published", "source_checked", "source_note",
      "checked_by", "checked", ${now}, ${now}, 'published'
    FROM help_lines_lines`)
  await db.run(sql`INSERT INTO help_channels_locales ("name", "purpose", "hours", "_locale", "_parent_id")
    SELECT words."name", words."purpose", words."hours", words."_locale", channel."id"
    FROM help_lines_lines_locales words
    JOIN help_lines_lines line ON line."id" = words."_parent_id"
    JOIN help_channels channel ON channel."slug" = line."key"`)
  const versioned = columns.map(name => `version_${name}`)
  await db.run(sql`INSERT INTO _help_channels_v ("id", "parent_id", "latest", "created_at", "updated_at", ${list(versioned)})
    SELECT ${uuid}, "id", 1, ${now}, ${now}, ${list(columns)} FROM help_channels`)
  await db.run(sql`INSERT INTO _help_channels_v_locales
      ("version_name", "version_purpose", "version_hours", "_locale", "_parent_id")
    SELECT words."name", words."purpose", words."hours", words."_locale", version."id"
    FROM help_channels_locales words JOIN _help_channels_v version ON version."parent_id" = words."_parent_id"`)
}
