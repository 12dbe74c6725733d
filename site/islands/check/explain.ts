/** Abbreviation → its meaning in a few words. */
export type Terms = Readonly<Record<string, string>>

/**
 * Explains abbreviations where they first appear: the function that it returns puts the meaning in brackets behind the first
 * mention of each, over all texts that it is given, in the order of reading. A mention in brackets (“the agency (P3MI)”)
 * stands as its own explanation.
 */
export function explainer(terms: Terms): (text: string) => string {
  const told = new Set<string>()
  const mention = new RegExp(`\\b(?:${Object.keys(terms).join('|')})\\b`, 'g')
  return text =>
    text.replace(mention, (term, at: number) => {
      if (told.has(term)) return term
      told.add(term)
      const isBracketed = text[at - 1] === '(' || text.startsWith(' (', at + term.length)
      return isBracketed ? term : `${term} (${terms[term]})`
    })
}
