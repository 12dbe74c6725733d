/** A passphrase as it is used: lower case, single spaces, whatever way it was typed. */
export const normalPhrase = (typed: string): string =>
  typed.normalize('NFKC').toLowerCase().trim().split(/\s+/).join(' ')

/** The place (from 1) of the first word that differs, or null when both are the same passphrase. */
export function firstDifference(wanted: readonly string[], typed: string): number | null {
  const got = normalPhrase(typed).split(' ')
  const length = Math.max(wanted.length, got.length)
  const index = Array.from({ length }, (_, place) => place).find(place => wanted[place] !== got[place])
  return index === undefined ? null : index + 1
}
