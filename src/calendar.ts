const jakarta = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' })

/** The calendar day (`YYYY-MM-DD`) of a moment in Indonesia's capital, by which ages, reviews and banners count. */
export function jakartaDay(moment = new Date()): string {
  return jakarta.format(moment)
}
