import { expect, type Page } from '@playwright/test'
import { read } from './files.ts'

/** One numbered step of the guide: the bold texts in it, in their order, which are what the screen shows. */
export type GuideStep = { readonly number: number; readonly labels: readonly string[] }

/** The numbered steps under one heading of docs/operators.md. @throws Error when there are none. */
export function guideSteps(heading: string): GuideStep[] {
  const [, after = ''] = read('docs/operators.md').split(`\n### ${heading}\n`)
  const section = after.split(/\n##/)[0] ?? ''
  const steps = section
    .split(/\n(?=\d+\. )/)
    .filter(part => /^\d+\. /.test(part.trimStart()))
    .map(part => {
      const text = part.trimStart().split('\n\n')[0] ?? ''
      return {
        number: Number.parseInt(text, 10),
        labels: [...text.matchAll(/\*\*(.+?)\*\*/gs)].map(([, label]) => (label ?? '').replace(/\s+/g, ' ')),
      }
    })
  if (steps.length === 0) throw new Error(`docs/operators.md: no steps under "${heading}"`)
  return steps
}

/** What a person has at hand while following the guide: what to type under a label, read from paper or phone when it is asked for. */
export type AtHand = Readonly<Record<string, () => string | Promise<string>>>

/**
 * Does what the steps say: a bold text that names a field is filled with what is at hand for it, one that names a button is
 * pressed, any other must be on the screen. Fails on a text that the screen does not show.
 */
export async function followGuide(page: Page, steps: readonly GuideStep[], atHand: AtHand): Promise<void> {
  for (const { labels } of steps) for (const label of labels) await follow(page, label, atHand)
}

async function follow(page: Page, label: string, atHand: AtHand): Promise<void> {
  const typed = atHand[label]
  if (typed !== undefined) {
    const field = page.getByLabel(label, { exact: true })
    await expect(field, `field "${label}"`).toBeVisible({ timeout: 60_000 })
    await field.fill(await typed())
    return
  }
  const button = page.getByRole('button', { name: label, exact: true })
  const shown = page.getByText(label, { exact: true })
  await expect(button.or(shown).first(), `"${label}" on the screen`).toBeVisible({ timeout: 60_000 })
  if (await button.isVisible()) await button.click()
}

/** The sentence of the screen that a section of the guide quotes in italics. @throws Error when there is none. */
export function quotedInGuide(heading: string): string {
  const [, after = ''] = read('docs/operators.md').split(`\n### ${heading}\n`)
  const [, sentence] = /meja berkata: \*(.+?)\*/s.exec(after.split(/\n##/)[0] ?? '') ?? []
  if (sentence === undefined) throw new Error(`docs/operators.md: no quotation under "${heading}"`)
  return sentence.replace(/\s+/g, ' ')
}
