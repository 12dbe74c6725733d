import { countries } from '#src/content/countries.ts'
import { countryHelp, helpAnywhere, type ShownLine } from '#src/content/help.ts'
import { strings, translator } from '#src/i18n/t.ts'
import type { Language } from '#src/slugs.ts'
import { jakartaDay } from '#src/calendar.ts'
import { standingWords } from '../../components/help/freshness.ts'
import { helpLines } from '../../help-lines.ts'
import { localized, routes } from '../../routes.ts'
import type { CountryLine, CountryTable } from './types.ts'

/** The numbers of every country in one language, only of lines that may be shown on the day of the build. */
export async function countryTable(language: Language): Promise<CountryTable> {
  const t = translator(language, 'help')
  const { choose, emergencies, emergencyText, missionNone, missing, missions, page, placeholder } = strings(
    language,
    'help',
  ).country
  const lines = await helpLines()
  const today = jakartaDay()

  function view({ line, standing }: ShownLine): CountryLine {
    const notes = [line.note?.[language], line.contradicts.length > 0 ? t('disputed') : undefined]
    const note = notes.filter(text => text !== undefined).join(' ')
    return {
      name: line.name[language],
      mark: standingWords(line, standing, language),
      sure: standing === 'baru',
      ...(line.tel && { tel: line.tel, shown: line.telShown ?? line.tel }),
      ...(line.whatsapp && { whatsapp: line.whatsapp }),
      ...(line.url && { url: line.url }),
      ...(note && { note }),
    }
  }

  return {
    words: { choose, placeholder, missions, missionNone, emergencies, emergencyText, missing, page },
    countries: countries
      .toSorted((a, b) => a[language].localeCompare(b[language], language))
      .map(country => {
        const help = countryHelp(lines, country.iso, today)
        const path = routes.helpCountry(country.slug)
        return {
          iso: country.iso,
          name: country[language],
          page: localized(path, language) ?? path,
          known: help.hasMission,
          missions: help.missions.map(view),
          emergencies: help.emergencies.map(view),
        }
      }),
    anywhere: helpAnywhere(lines, today).map(view),
  }
}
