import type { Language } from '../slugs.ts'

/** The parts of Indonesian citations in English, longer words first. */
const english: readonly (readonly [RegExp, string])[] = [
  [/\bPasal\b/g, 'Article'],
  [/\bayat\b/g, 'paragraph'],
  [/\bhuruf\b/g, 'letter'],
  [/\bangka\b/g, 'number'],
  [/\bdan\b/g, 'and'],
  [/\bsampai\b/g, 'to'],
]

/** A citation such as `Pasal 13 huruf f dan Pasal 68` in the language of the page: `Article 13 letter f and Article 68`. */
export function articleText(article: string, language: Language): string {
  if (language === 'id') return article
  return english.reduce((text, [word, other]) => text.replace(word, other), article)
}
