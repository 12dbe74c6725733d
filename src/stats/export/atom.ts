import type { Figure } from '../../content/figure.ts'
import { figureSentence } from '../sentence.ts'

/** Where the feed and each figure live. Addresses are absolute. */
export type FeedAddresses = {
  readonly feed: string
  readonly page: string
  readonly figure: (figure: Figure) => string
}

/** How many entries a feed holds: the newest ones. */
export const feedLength = 50

/**
 * Atom feed (RFC 4287) of the newest figures, newest first. An entry's day is that of its last revision, else of its
 * source, else the last day of its period. Ids are the figures' addresses.
 */
export function figuresAtom(figures: readonly Figure[], addresses: FeedAddresses, author: string): string {
  const newest = [...figures]
    .sort((a, b) => updatedDay(b).localeCompare(updatedDay(a)) || a.id.localeCompare(b.id))
    .slice(0, feedLength)
  const [first] = newest
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
  <title>Angka penolakan dan penundaan paspor</title>
  <id>${escapeXml(addresses.feed)}</id>
  <link rel="self" type="application/atom+xml" href="${escapeXml(addresses.feed)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(addresses.page)}"/>
  <updated>${instant(first === undefined ? '1970-01-01' : updatedDay(first))}</updated>
  <author><name>${escapeXml(author)}</name></author>
${newest.map(figure => entry(figure, addresses)).join('\n')}
</feed>
`
}

function entry(figure: Figure, addresses: FeedAddresses): string {
  const address = escapeXml(addresses.figure(figure))
  const source = figure.sources[0]
  const change = figure.revisions.at(-1)
  const lines = [
    figureSentence(figure),
    figure.note,
    source?.title ? `Sumber: ${source.title}` : null,
    change ? `Diubah ${change.date}: ${change.change} (${change.reason})` : null,
  ].filter(line => line !== null)
  return `  <entry>
    <title>${escapeXml(figureSentence(figure))}</title>
    <id>${address}</id>
    <link rel="alternate" type="text/html" href="${address}"/>
    <updated>${instant(updatedDay(figure))}</updated>
    <summary>${escapeXml(lines.join('\n'))}</summary>
  </entry>`
}

/** The day on which a figure last changed, as far as it is known. */
function updatedDay(figure: Figure): string {
  return figure.revisions.at(-1)?.date ?? figure.sources[0]?.published ?? figure.period.end
}

/** The start of a day in western Indonesian time, as RFC 3339. */
const instant = (day: string) => `${day}T00:00:00+07:00`

// Control characters other than tab and line breaks are not allowed in XML 1.0, not even escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

function escapeXml(text: string): string {
  return text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
