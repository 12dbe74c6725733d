/** Official sites that texts send the reader to, by the name that the texts use. */
export const officialSites = {
  SISKOP2MI: 'https://siskop2mi.bp2mi.go.id/lowongan/list',
  SIAPkerja: 'https://siapkerja.kemnaker.go.id',
} as const

const names = new RegExp(`(${Object.keys(officialSites).join('|')})`)

/** A text in which every official site that it names is a link. */
export function Linked({ text }: Readonly<{ text: string }>) {
  return (
    <>
      {text.split(names).map((part, at) =>
        part in officialSites ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their places
          <a key={at} href={officialSites[part as keyof typeof officialSites]} rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  )
}
