import { expect, test } from 'vitest'
import { builtPages } from '#tests/helpers/built-site.ts'

/**
 * Which pages have the quick exit, and why the others have none. Those with one tell by their address or content what
 * somebody asked, answered, wrote or was told; the others are the same for every reader and name nothing of theirs.
 */
const kinds: readonly (readonly [page: RegExp, hasExit: boolean, why: string])[] = [
  [/^\/periksa\/(?:pesan\/)?$/, true, 'holds answers, a pasted message, the result'],
  [/^\/periksa\/aturan\/$/, true, 'opened at the sign that the result named'],
  [/^\/periksa\/luring\/$/, true, 'its address says which page was wanted'],
  [/^\/lapor\/(?:kode\/)?$/, true, 'holds a report or its code'],
  [/^\/lapor\/perlindungan\/$/, true, 'read by those who think of reporting'],
  [/^\/bantuan\/(?!daerah\/)[\w-]+\/$/, true, 'its address says where the reader is'],
  [/^\/cari\/$/, true, 'its address says what was asked'],
  [
    /^\/bantuan\/(?:daerah\/(?:[\w-]+\/)?)?$/,
    false,
    'numbers for everybody: opened from the menu and from posters',
  ],
  [
    /^\/(?:tanda-bahaya|jalur-resmi|paspor-ditolak)\/$/,
    false,
    'the same for every reader, as the printed leaflet',
  ],
  [/^\/kampanye\//, false, 'public campaign'],
  [/^\/(?:kantor|desa|data)\//, false, 'offices, villages and figures'],
  [/^\/(?:privasi|aksesibilitas)\/$/, false, 'about the site'],
  [/^\/$|^\/404/, false, 'says nothing of the reader'],
]

test('every page has an exit or a reason to have none, and its translation alike', () => {
  const wrong = builtPages().flatMap(({ address, document }) => {
    const rows = kinds.filter(([page]) => page.test(address.replace(/^\/en(?=\/)/, '')))
    const has = document.querySelectorAll('a#keluar + [role="status"]').length
    return rows.length === 1 && has === Number(rows[0]?.[1])
      ? []
      : [`${address}: ${rows.length} rows, ${has}`]
  })
  expect(wrong).toEqual([])
  expect(kinds.filter(([page]) => !builtPages().some(({ address }) => page.test(address)))).toEqual([])
})
