import type { Article, Banner } from '#src/content/campaign.ts'
import { routes } from '#site/routes.ts'

/** An article as a WhatsApp message: title, summary, address. */
export function articleMessage(article: Pick<Article, 'slug' | 'title' | 'summary'>, site: URL): string {
  return message(article.title, article.summary, new URL(routes.article(article.slug), site))
}

/** A banner as a WhatsApp message: title, message, and the address of its action. */
export function bannerMessage(banner: Pick<Banner, 'title' | 'message' | 'action'>, site: URL): string {
  return message(banner.title, banner.message, new URL(banner.action.href, site))
}

/** The link that opens WhatsApp with the text, for the reader to choose whom to send it to. */
export function whatsappLink(text: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text)}`
}

function message(title: string, text: string, address: URL): string {
  return `*${title}*\n\n${text}\n\n${address.href}`
}
