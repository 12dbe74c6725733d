const monthText = new Intl.DateTimeFormat('id', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/**
 * What to say of information whose source (`YYYY-MM-DD`) is over two years old on `today`; null while it is younger, or when
 * the source bears no day.
 */
export function ageWords(published: string | null, today: string): string | null {
  if (published === null) return null
  const limit = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`
  return published < limit
    ? `Keterangan lama, dari ${monthText.format(new Date(`${published}T00:00:00Z`))}.`
    : null
}
