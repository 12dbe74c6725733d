import { translator } from '#src/i18n/t.ts'
import type { Language } from '#src/slugs.ts'
import { routes } from '../routes.ts'
import { askForCard, cardSize, cardText } from './card.ts'

/** What a shared link shows: the content of a page's `og:` elements. Addresses are whole. */
export type Share = {
  title: string
  description: string
  image: string
  /** Pixels, as the attribute has them. */
  width: string
  height: string
  /** What the picture shows, in words. */
  alt: string
}

/** The general picture: a boat, and the question of the home page. */
const general = { id: '/kartu.png', en: null } as const

const sections = {
  check: routes.check,
  offices: routes.offices,
  villages: routes.villages,
  data: routes.data,
  campaign: routes.campaign,
  help: routes.help,
} as const

const size = { width: String(cardSize.width), height: String(cardSize.height) }

type Shared = {
  title: string
  description: string
  lang: Language
  /** Indonesian address. */
  path: string
  /** Small line above the title; without it the name of the section, or of the site's purpose. */
  line?: string | undefined
  site: URL | undefined
  official?: boolean | undefined
}

/** Pages that must not tell in somebody's chat what they are for: their link shows the site, and nothing of the page. */
const isSilent = (path: string) => path === routes.report || path === routes.reportCode

/** Pages that nobody shares: they get the general picture. */
const isUnshared = (path: string) => ['/404', routes.search, routes.checkOffline].includes(path)

/** What a link to a page shows when it is shared. Its picture is drawn at the end of the build. */
export function shareOf({ title, description, lang, path, line, site, official }: Shared): Share {
  const t = translator(lang, 'common')
  const home = translator(lang, 'home')
  const whole = (address: string) => new URL(address, site).href
  const isGeneral = isSilent(path) || isUnshared(path) || path === routes.home
  const words = isSilent(path)
    ? { title: t('site.name'), description: home('description') }
    : { title, description }
  const picture = general[lang]
  if (isGeneral && picture)
    return { ...words, image: whole(picture), ...size, alt: `${t('site.name')}. ${home('title')}` }
  const section = Object.entries(sections).find(
    ([, address]) => path.startsWith(address) && path !== address,
  )?.[0]
  const card = {
    line: line ?? (section ? t(`nav.${section as keyof typeof sections}`) : t('site.tagline')),
    title: isGeneral ? home('title') : title,
    site: t('site.name'),
    note: official ? null : t('site.unofficial'),
    host: site?.host ?? '',
  }
  return { ...words, image: whole(askForCard(card)), ...size, alt: cardText(card) }
}
