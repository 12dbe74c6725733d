import { unbroken, withCalls } from '#src/content/calls.ts'
import { shownLines } from '#src/content/help.ts'
import type { HelpLine } from '#src/content/settings.ts'
import { resources } from '#src/i18n/t.ts'
import { jakartaDay } from '#src/calendar.ts'
import { datedWords } from '#src/risk/reviews.ts'
import { sources } from '#src/risk/sources.ts'
import type { Language } from '#src/slugs.ts'
import { localized, routes } from '../../routes.ts'
import { numbersOf } from './numbers.ts'
import type { HelpView, ResultData } from './types.ts'

/** Kinds of help line that a result offers: complaints and content reports are for `/bantuan/`. */
const offered: ReadonlySet<string> = new Set(['darurat', 'pekerja-migran', 'perlindungan'])
const urgency = ['darurat', 'pekerja-migran', 'perlindungan']

/**
 * Everything the result needs beyond the form, in one language.
 * @param published all published help lines
 */
export function resultData(language: Language, published: readonly HelpLine[]): ResultData {
  // The numbers of a country come with the table of countries.
  const lines = shownLines(
    published.filter(
      line =>
        offered.has(line.kind) &&
        line.country === null &&
        line.areas.length === 0 &&
        // A name without a way to reach it helps nobody here.
        (line.tel ?? line.whatsapp ?? line.url),
    ),
    jakartaDay(),
  ).map(({ line }) => line)
  const help = lines
    .map(
      (line): HelpView => ({
        id: line.id,
        where: line.where,
        kind: line.kind,
        tel: line.tel,
        telShown: line.telShown && unbroken(line.telShown),
        whatsapp: line.whatsapp,
        url: line.url,
        name: line.name[language],
        purpose: line.purpose[language],
        checked: line.checked,
      }),
    )
    .sort((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind) || a.id.localeCompare(b.id))
  const { values } = numbersOf(published, language)
  const { check, rules } = withCalls(resources[language], values)
  const address = (path: string) => localized(path, language) ?? path
  return {
    language,
    text: check as ResultData['text'],
    rules: {
      signs: datedWords(rules.signs, rules.review.signLate, jakartaDay()),
      steps: rules.steps,
      notes: rules.notes,
      weakAtStop: rules.weakAtStop,
    },
    sources: Object.fromEntries(
      Object.entries(sources).map(([id, { title, url, checked }]) => [id, { title, url, checked }]),
    ),
    help,
    pictograms: routes.checkSigns,
    addresses: {
      help: address(routes.help),
      report: address(routes.report),
      rules: address(routes.checkRules),
      offices: routes.checkOffices,
      office: routes.office('{slug}'),
      anywhere: routes.offices,
    },
  }
}
