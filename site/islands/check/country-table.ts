import { countries } from '#src/content/countries.ts'
import { bestMission, callOf, unbroken } from '#src/content/calls.ts'
import { canCall, countryHelp, helpAnywhere, type ShownLine } from '#src/content/help.ts'
import type { HelpLine } from '#src/content/settings.ts'
import { strings, translator } from '#src/i18n/t.ts'
import type { Language } from '#src/slugs.ts'
import { jakartaDay } from '#src/calendar.ts'
import { standingWords } from '../../components/help/freshness.ts'
import { localized, routes } from '../../routes.ts'
import type { CountryLine, CountryTable } from './types.ts'

/** Local lines of a country beside its mission and its police. */
const OTHERS = 2
const forVictims: ReadonlySet<ShownLine['line']['body']> = new Set<ShownLine['line']['body']>([
  'pekerja',
  'perdagangan-orang',
  'perempuan',
])
const isForVictims = (shown: ShownLine) => forVictims.has(shown.line.body) && canCall(shown)

/** The numbers of every country in one language, out of all published lines: those that may be shown on `today`. */
export function countryTable(
  language: Language,
  lines: readonly HelpLine[],
  today = jakartaDay(),
): CountryTable {
  const t = translator(language, 'help')
  const { country: words, countries: list } = strings(language, 'help')

  function view({ line, standing }: ShownLine): CountryLine {
    const notes = [line.note?.[language], line.contradicts.length > 0 ? t('disputed') : undefined]
    const note = notes.filter(text => text !== undefined).join(' ')
    return {
      name: line.name[language],
      mark: standingWords(line, standing, language),
      sure: standing === 'baru',
      ...(line.tel && { tel: line.tel, shown: unbroken(line.telShown ?? line.tel) }),
      ...(line.whatsapp && { whatsapp: line.whatsapp }),
      ...(line.url && { url: line.url }),
      ...(note && { note }),
    }
  }

  return {
    words: {
      choose: words.choose,
      placeholder: words.placeholder,
      missions: words.missions,
      missionNone: words.missionNone,
      emergencies: words.emergencies,
      emergencyText: words.emergencyText,
      emergencyNone: words.emergencyNone,
      others: words.others,
      shortNumber: words.shortNumber,
      missing: words.missing,
      page: words.page,
      elsewhere: list.more,
      elsewhereText: words.leadElsewhere,
      elsewherePage: words.titleElsewhere,
    },
    countries: countries
      .toSorted((a, b) => a[language].localeCompare(b[language], language))
      .map(country => {
        const help = countryHelp(lines, country.iso, today)
        const path = routes.helpCountry(country.slug)
        const mission = bestMission(help)
        const best = mission && callOf(mission, language)
        return {
          iso: country.iso,
          name: country[language],
          page: localized(path, language) ?? path,
          known: help.hasMission,
          ...(best && { best }),
          missions: help.missions.map(view),
          emergencies: help.emergencies.map(view),
          others: help.others.filter(isForVictims).slice(0, OTHERS).map(view),
        }
      }),
    // A name without a way to reach it is for the page of the country, which says what to do with it.
    anywhere: helpAnywhere(lines, today)
      .filter(({ line }) => line.tel ?? line.whatsapp ?? line.url)
      .map(view),
    elsewhere: localized(routes.helpElsewhere, language) ?? routes.helpElsewhere,
  }
}
