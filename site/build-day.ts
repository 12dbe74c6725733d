/** The calendar day of a moment in Jakarta, `YYYY-MM-DD`. */
export function jakartaDay(moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(moment)
}

/** The day of this build in Jakarta, on which ages are counted. */
export const buildDay = (): string => jakartaDay(new Date())
