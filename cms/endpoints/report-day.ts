const civil = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta', dateStyle: 'short' })

/** The day of a moment in Western Indonesian time, `YYYY-MM-DD`: the finest time that is kept of a report. */
export function dayOf(moment: Date): string {
  return civil.format(moment)
}
