import { resources } from '#src/i18n/t.ts'
import { jakartaDay } from '#src/calendar.ts'
import { datedWords } from '#src/risk/reviews.ts'
import { sources } from '#src/risk/sources.ts'
import type { Language } from '#src/slugs.ts'
import { helpLines } from '../../help-lines.ts'
import { localized, routes } from '../../routes.ts'
import type { HelpView, ResultData } from './types.ts'

/** Kinds of help line that a result offers: complaints and content reports are for `/bantuan/`. */
const offered: ReadonlySet<string> = new Set(['darurat', 'pekerja-migran', 'perlindungan'])
const urgency = ['darurat', 'pekerja-migran', 'perlindungan']

/** Everything the result needs beyond the form, in one language. */
export async function resultData(language: Language): Promise<ResultData> {
  // The numbers of a country come with the table of countries.
  const lines = (await helpLines()).filter(
    line => offered.has(line.kind) && line.country === null && line.areas.length === 0,
  )
  const help = lines
    .map(
      (line): HelpView => ({
        id: line.id,
        where: line.where,
        kind: line.kind,
        tel: line.tel,
        telShown: line.telShown,
        whatsapp: line.whatsapp,
        url: line.url,
        name: line.name[language],
        purpose: line.purpose[language],
        checked: line.checked,
      }),
    )
    .sort((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind) || a.id.localeCompare(b.id))
  const { check, rules } = resources[language]
  const address = (path: string) => localized(path, language) ?? path
  return {
    text: check as ResultData['text'],
    rules: {
      signs: datedWords(rules.signs, rules.review.signLate, jakartaDay()),
      steps: rules.steps,
      notes: rules.notes,
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
