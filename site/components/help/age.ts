const monthText = new Intl.DateTimeFormat('id', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/**
 * What to say of information whose source is over two years old on `today`; null while it is younger, or when the source
 * bears no day. Two years: the age after which a number may no longer stand first.
 */
export function ageWords(published: string | null, today: Date): string | null {
  if (published === null) return null
  const day = new Date(`${published}T00:00:00Z`)
  const limit = new Date(today)
  limit.setUTCFullYear(limit.getUTCFullYear() - 2)
  return day < limit ? `Keterangan lama, dari ${monthText.format(day)}.` : null
}
