import { type Pattern, pattern as p } from '../pattern.ts'
import { any, no, us } from '../words.ts'

const mine = any('saya, kami, kita, aku, ku, anak saya, istri saya, suami saya, adik saya, dia')

/** What someone already abroad, or their family, writes. */
export const abroadPatterns: readonly Pattern[] = [
  p(
    'wages-withheld',
    `gaji(?: [^ |]+){0,4}? (?:(?:tidak|belum)(?: [^ |]+)? (?:dibayar|dikasih|turun|keluar|cair|diterima|dapat)|ditahan|hangus)|${no} (?:digaji|gaji)(?: [^ |]+){0,4}? \\d+ bulan|sisa gaji(?: [^ |]+){0,6}? hangus`,
    { not: /paspor|hp|ijazah|ktp/, scope: 'abroad', denies: true },
  ),
  p(
    'underpaid',
    `gaji(?: [^ |]+){0,4}? (?:${no} sesuai|cuma dibayar|cuma dikasih|dibayar setengah|kurang dari kontrak)`,
    { scope: 'abroad', denies: true },
  ),
  p(
    'excessive-hours',
    `(?:kerja|lembur)(?: [^ |]+){0,4}? (?:1[3-9]|2[0-4]) jam|shift(?: [^ |]+){0,4}? (?:1[2-9]|2[0-4]) jam|(?:1[3-9]|2[0-4]) jam (?:sehari|per hari|tiap hari|setiap hari|nonstop|non stop|kerja|shift)|${no} (?:tidur|istirahat|ada libur)|kerja(?: [^ |]+)? dari subuh(?: [^ |]+){0,4}? malam`,
    {
      scope: 'abroad',
      denies: true,
      not: /maks|minggu|paruh|part time/,
      unlessNext: /^[^|]{0,30}(?:lembur dibayar|termasuk istirahat)/,
    },
  ),
  p(
    'bad-conditions',
    `(?:tidak|jarang|kurang)(?: dikasih| diberi) (?:makan|minum)|makan(?: [^ |]+)? basi|tidur(?: [^ |]+)? di (?:lantai|dapur|gudang|kandang)`,
    { scope: 'abroad', denies: true },
  ),
  p(
    'job-changed-abroad',
    `(?:taunya|ternyata|sampai (?:sana|sini))(?: [^ |]+){0,4}? (?:disuruh|kerja|dijadiin|jadi)(?: [^ |]+){0,4}? (?:scam|nipu|tipu|pembantu|asisten rumah tangga|lain|operator|admin|pijat|lc)`,
    { scope: 'abroad' },
  ),
  p(
    'papers-held-abroad',
    `paspor ${mine}(?: [^ |]+){0,4}? (?:ditahan|dipegang|disita|diambil|disimpan) (?:majikan|agen|bos|perusahaan|leader)`,
    { scope: 'abroad' },
  ),
  p(
    'locked-abroad',
    `${mine}(?: [^ |]+){0,4}? (?:dikunci|dikurung|disekap|tidak bisa keluar|dijaga|tidak bisa pulang)`,
    { scope: 'abroad', denies: true },
  ),
  p('violence-abroad', `(?:dipukul|disiksa|disetrum|ditendang|dianiaya|dicambuk|disundut|diancam)`, {
    scope: 'abroad',
  }),
  p(
    'forced-crime',
    `(?:disuruh|dipaksa|harus|wajib)(?: [^ |]+){0,4}? (?:tipu|scam|scamming|judi|nipu|bawa narkoba|tipu orang)`,
    { scope: 'offer' },
  ),
  p(
    'forced-sex',
    `(?:disuruh|dipaksa|harus|wajib)(?: [^ |]+){0,4}? (?:layani|melayani|temani tamu|open bo|pelacur)|${us} suruh layani`,
    { scope: 'offer', not: /pelanggan resto|konsumen|pembeli/ },
  ),
  p(
    'debt-abroad',
    `(?:utang|pinjaman|hitungan)(?: [^ |]+){0,5}? (?:baru bisa pulang|belum bisa pulang|tidak bisa pulang)|pulang(?: [^ |]+){0,4}? (?:bayar|ganti|lunasin|tebus) (?:[^ |]+ )?(?:dulu|uang\\w+|pinjaman)`,
    { scope: 'abroad' },
  ),
  p(
    'moved-around',
    `(?:dijual|dioper|dilempar|dipindah)(?: [^ |]+){0,4}? (?:ke|perusahaan|majikan|kapal|bos|agen) (?:lain|sebelah|baru)|ganti majikan(?: [^ |]+){0,4}? agen`,
    { scope: 'abroad' },
  ),
  p('ransom', `biaya tebus|tebusan|uang tebus|tebus (?:anak|orang|dia|badan|kontrak|denda)|ditebus`, {
    scope: 'offer',
  }),
  p(
    'ransom',
    `(?:kantor|bos|perusahaan|majikan|mereka|leader|agen|kompleks)(?: [^ |]+)? (?:minta|nuntut|tuntut|mintanya)(?: [^ |]+){0,4}? uang(?:besar|tinggi)(?: [^ |]+){0,4}? (?:pulang|dilepas|dilepaskan|dibebaskan|dibebasin|keluar)|(?:biar|supaya|agar|kalau mau|untuk)(?: [^ |]+){0,4}? (?:pulang|dilepas|dilepaskan|dibebaskan|dibebasin|dikeluarin)(?: [^ |]+){0,4}? (?:minta|bayar|transfer|setor|siapin|siapkan|tebus) uang(?:besar|tinggi)`,
    { not: /deposit kos|modal|denda/ },
  ),
  p(
    'status-fear',
    `(?:takut|jangan)(?: [^ |]+){0,4}? (?:lapor|kbri|polisi)(?: [^|]{0,30})? (?:overstay|visa|ilegal|kosongan|permit)`,
    { scope: 'abroad', denies: true },
  ),
  p(
    'isolated',
    `${no} (?:tahu|kasih|bisa kasih)(?: [^ |]+)? (?:alamat|lokasi)(?: [^ |]+)? (?:sini|di sini|mess)|sinyal(?: [^ |]+)? (?:tidak ada|susah|hilang)|(?:tidak ada|susah) sinyal`,
    { scope: 'abroad', denies: true },
  ),
  p(
    'wages-withheld',
    `gaji(?: [^ |]+){0,6}? (?:transfer|kirim|dikirim|masuk|dititip|disetor) (?:ke|di|dengan) (?:rekening )?(?:agen|mandor|sponsor|leader|tekong|bos|madam)(?: [^ |]+)? dulu`,
    { scope: 'offer' },
  ),
  p('debt-from-wages', '(?:sampai|tiba) (?:di )?(?:sana|sini)(?: [^ |]+){0,3}? pinjaman', {
    scope: 'abroad',
    not: /tanpa|tidak|lunas/,
  }),
  p(
    'ransom',
    '(?:dipulangin|dipulangkan|dilepas|dilepaskan|dibebaskan|dibebasin)(?: [^ |]+){0,2}? (?:kirim|bayar|transfer|setor|tebus) uang(?:besar|tinggi)',
    { requires: /\b(?:kantor|perusahaan|bos|kami|kita|majikan)\b/ },
  ),
  p('moved-around', '(?:pindah|ganti|oper) (?:kapal|majikan|perusahaan|kompleks)(?: [^ |]+)? biasa', {
    scope: 'offer',
  }),
  p(
    'ransom',
    `bisa (?:pulang|keluar|dilepas|dibebaskan)(?: [^ |]+)? (?:asal|kalau|tapi|syarat)(?: [^ |]+){0,4}? (?:bayar|ganti|tebus|setor|transfer) uang(?:besar|tinggi)`,
    { scope: 'offer', not: /denda|tiket/ },
  ),
  p(
    'ransom',
    `(?:bayar|transfer|setor|tebus|ganti) uang(?:besar|tinggi)(?: [^ |]+){0,3}? (?:baru|biar|supaya|agar)(?: [^ |]+){0,2}? (?:dilepas|dibebaskan|dibebasin|dikeluarin|pulang)`,
    { requires: /\b(?:kantor|bos|perusahaan|majikan|mereka|leader|agen|mandor)\b/ },
  ),
]
