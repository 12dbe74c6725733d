/** Months until a law, rule or ban must be read again, by how fast it moves. */
export const reviewMonths = { moving: 6, settled: 12 } as const
export type ReviewPace = keyof typeof reviewMonths

/**
 * Last day (`YYYY-MM-DD`) on which something that was read in `checked` (`YYYY-MM`) still counts as reviewed: the last day of
 * the month that lies the months of `pace` later.
 */
export function reviewDay(checked: string, pace: ReviewPace): string {
  const [year = 0, month = 0] = checked.split('-').map(Number)
  return new Date(Date.UTC(year, month + reviewMonths[pace], 0)).toISOString().slice(0, 10)
}

/** Whether the review day `reviewBy` lies before `today` (both `YYYY-MM-DD`). Without a review day nothing is overdue. */
export function isOverdue(reviewBy: string | null | undefined, today: string): boolean {
  return Boolean(reviewBy && reviewBy < today)
}
