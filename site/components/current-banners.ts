import type { Banner } from '#src/content/campaign.ts'
import { jakartaDay } from '#src/calendar.ts'

/**
 * The banners that may be shown on `today` (`YYYY-MM-DD`, by default the day of the build in Jakarta), those with an end
 * first, at most `limit`.
 */
export function currentBanners(banners: readonly Banner[], limit: number, today = jakartaDay()): Banner[] {
  return banners
    .filter(banner => (banner.from ?? today) <= today && today <= (banner.until ?? today))
    .toSorted((a, b) => (a.until ?? '9999').localeCompare(b.until ?? '9999') || a.slug.localeCompare(b.slug))
    .slice(0, limit)
}
