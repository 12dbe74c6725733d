import type { AstroIntegration } from 'astro'
import { jakartaDay } from '#src/calendar.ts'
import { overdueReviews } from '#src/risk/reviews.ts'

/**
 * One line for each law, rule or ban whose review day lies before `today` (`YYYY-MM-DD`), fit for a log.
 */
export function reviewWarnings(today: string): string[] {
  return overdueReviews(today).map(({ name, reviewBy, signs }) => {
    const resting = signs > 0 ? ` ${signs} signs of the check rest on it.` : ''
    return `${name}: should have been reviewed by ${reviewBy}.${resting}`
  })
}

/** Warns in the build's log of what is stated about the law and was not read again in time. The pages say it too. */
export function lawReview(): AstroIntegration {
  return {
    name: 'law-review',
    hooks: {
      'astro:build:start': ({ logger }) => {
        for (const line of reviewWarnings(jakartaDay())) logger.warn(line)
      },
    },
  }
}
