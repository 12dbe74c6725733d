import { rulesetVersion } from '#src/risk/ruleset.ts'

const stopped = `v=${rulesetVersion}&posisi=belum&visa=visit-visa&di=hasil`

/** One address of every type of page on the site. The check is a page for each of its states. */
export const sitePages: readonly [name: string, path: string][] = [
  ['home', '/'],
  ['check, first question', '/periksa/'],
  ['check, result', `/periksa/#${stopped}`],
  ['check, message', '/periksa/pesan/'],
  ['check, rules', '/periksa/aturan/'],
  ['signs', '/tanda-bahaya/'],
  ['official path', '/jalur-resmi/'],
  ['passport refused', '/paspor-ditolak/'],
  ['offices', '/kantor/'],
  ['office', '/kantor/jakarta-selatan/'],
  ['villages', '/desa/'],
  ['village', '/desa/pimpasa-ponorogo/'],
  ['data', '/data/'],
  ['data of a year', '/data/2023/'],
  ['campaign', '/kampanye/'],
  ['article', '/kampanye/disuruh-bilang-liburan/'],
  ['help', '/bantuan/'],
  ['report, open inbox', '/lapor/'],
  ['report, code', '/lapor/kode/'],
  ['report, protection', '/lapor/perlindungan/'],
  ['privacy', '/privasi/'],
  ['accessibility', '/aksesibilitas/'],
  ['no connection', '/periksa/luring/'],
  ['search, with results', '/cari/?q=paspor'],
  ['not found', '/tidak-ada-halaman-ini/'],
  ['home, English', '/en/'],
  ['check, English', '/en/periksa/'],
  ['check rules, English', '/en/periksa/aturan/'],
  ['check message, English', '/en/periksa/pesan/'],
  ['help, English', '/en/bantuan/'],
  ['report, English', '/en/lapor/'],
  ['report code, English', '/en/lapor/kode/'],
]
