import { getCollection } from 'astro:content'
import { jakartaDay } from '#src/calendar.ts'
import { shownLines } from '#src/content/help.ts'
import type { HelpLine } from '#src/content/settings.ts'

/**
 * The help lines that may be shown on the day of the build, best standing first: the only way from the content to a page, so
 * that none shows a number that nobody could date or check, or one of a place where it does not belong.
 */
export async function helpLines(): Promise<HelpLine[]> {
  const lines = (await getCollection('help-lines')).map(entry => entry.data)
  return shownLines(lines, jakartaDay()).map(({ line }) => line)
}

/** The line of this name, or null where there is none that may be shown. */
export async function helpLine(id: string): Promise<HelpLine | null> {
  return (await helpLines()).find(line => line.id === id) ?? null
}
