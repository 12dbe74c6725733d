import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The success criteria of WCAG 2.0 to 2.2, levels A and AA, as axe names them. */
const criteria = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What axe finds against WCAG 2.2 AA on the page as it stands, one line for each rule with the elements; empty when nothing.
 * `except` are selectors of elements that are not ours.
 */
export async function accessibilityProblems(page: Page, except: readonly string[] = []): Promise<string[]> {
  // No page of ours has frames: the quicker mode, which looks at this document only, sees all of it.
  const builder = new AxeBuilder({ page }).setLegacyMode().withTags(criteria)
  for (const selector of except) builder.exclude(selector)
  return problemsOf(builder)
}

/** Fails the test on anything that axe finds on the page as it stands, its advice beyond WCAG included. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await problemsOf(new AxeBuilder({ page }))).toEqual([])
}

async function problemsOf(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
}
