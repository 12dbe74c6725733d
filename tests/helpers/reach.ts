import type { Page } from '@playwright/test'

/** The parts of the page that are not wholly on the screen, or that something covers. */
export const outOfReach = (page: Page, selectors: readonly string[]) =>
  page.evaluate(list => {
    const isSeen = (selector: string) => {
      const element = document.querySelector(selector)
      if (!element) return false
      const { top, bottom, left, right } = element.getBoundingClientRect()
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const isInside = top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth
      return isInside && there !== null && (element.contains(there) || there.contains(element))
    }
    return list.filter(selector => !isSeen(selector))
  }, selectors)
