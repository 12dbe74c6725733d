import { type Pattern, pattern as p } from '../pattern.ts'
import {
  abroadPlaces,
  any,
  border,
  closed,
  gulf,
  household,
  later,
  near,
  no,
  pretext,
  purpose,
  say,
  seq,
  us,
  visit,
} from '../words.ts'

const permit = any(
  'visa, permit, izin (?:kerja|tinggal), iqamah, surat tinggal, kitas, blue card, karta, perlindungan, suaka, suakanya, legal, legalitas, kartu panitia, surat kerja, work pass, ic',
)
const faked = any(
  'palsu, formalitas, pajangan, syarat, batalin, dibikin, bikin, hiasan, doang, settingan, hangus',
)
const boat = any(
  'speedboat, boat, kapal (?:cepat|kayu|malam|kecil|nelayan|ikan|barang), perahu, kano, feri malam, tug',
)
const hidden = any(
  'tikus, belakang, gelap, hutan, sungai, samping, tengah laut, pantai, bakau, rawa, pulau kosong, bukit, parit, patok, kebun, tangkahan, subuh, tengah malam, malam, aman',
)
const crossing = any(
  'rupat, dumai, nunukan, sebatik, tanjung balai, asahan, bengkalis, entikong, badau, jagoi, aruk, sungai, hutan, perbatasan, sajingan, karimun, bagan, jalan darat, moei, krayan',
)
const stop = `${abroadPlaces}|batam|istanbul|bali`

/** "… lalu tukar permit udah ga boleh": the clause ends in a ban, and not on the lawful way. */
const forbidden =
  /^(?:tidak|dilarang|bukan)|^(?:(?!resmi|pt |calling|jalur|lewat|kalau|blk|petugas|ribet)[^ |]+ ){0,6}(?:tidak (?:bisa|berlaku|diizinkan|diterima|diperbolehkan|dibenarkan|laku)|dilarang|distop|dihentikan)(?: lagi)?(?: ?\||\s*$)/

export const journeyPatterns: readonly Pattern[] = [
  // Lies
  p('told-to-lie', `(?<!saya |dia |mereka )${near(say, purpose)}`, {
    scope: 'offer',
    not: /jujur|apa adanya|sebenarnya|kerja|mau pulang|visa/,
  }),
  p('told-to-lie', `(?<!saya |dia |mereka )${near(say, pretext)}`, {
    requires: new RegExp(`\\b(?:${border}|ditanya|tanya|nanya)\\b`),
    not: /jujur|apa adanya|sebenarnya|kerja|mau pulang|visa|(?:saya|dia|mereka) bilang|^(?:suami|istri|pacar) (?:tanya|nanya) bilang/,
  }),
  p('told-to-lie', seq('bilang (?:saja|lagi|mau|ya|ke)', any('wisata, turis, umrah, ziarah, kunjungan')), {
    not: /jujur|apa adanya/,
  }),
  p(
    'told-to-lie',
    seq(
      `(?:(?:kalau|nanti|misal|misalnya|pas|jika|saat|waktu|sebelum|depan|di|ke)(?: [^ |]+){0,4}? ${any(`ditanya, tanya, nanya, interogasi, dicek, ${border}`)}|ditanya)`,
      any('bilang, diam, alasan, pura, senyum, tunjukkan, tunjukin, kasih lihat'),
      6,
    ),
    {
      scope: 'offer',
      not: /jujur|apa adanya|sebenarnya|benar|sesuai|hubungi|tolong|kerja apa|(?:saya|dia|mereka) bilang|^ditanya(?: [^ ]+)* (?:saya|ku) /,
      unlessNext: /^[^|]{0,30}(?:jujur|apa adanya|sebenarnya|sesuai)/,
    },
  ),
  p(
    'told-to-lie',
    seq(
      `(?:jangan|tidak (?:usah|perlu|bisa))(?: sampai)? ${any('bilang, jujur, cerita, ketahuan, keceplosan, nyebut, singgung, terus terang, ngasih tahu, mention')}`,
      any('kerja, gaji, kontrak, agen, majikan, bayar, jujur, tki, pmi, tujuan'),
      4,
    ),
    { denies: true },
  ),
  p('told-to-lie', `(?:depan|ke) ${border}(?: [^ |]+)? bilang(?: saja)? (?:tidak|belum|mau|cuma)`, {
    denies: true,
  }),
  p(
    'told-to-lie',
    near(
      any(
        'tiket pulang, tiket balik, tiket pp, hotel, booking, bookingan, itinerary, reservasi, undangan, voucher',
      ),
      faked,
      3,
    ),
    { scope: 'offer', denies: true },
  ),
  p(
    'told-to-lie',
    seq(
      '(?:jangan|tidak usah|tanpa) (?:bawa|ada|simpan)',
      any('ijazah, kontrak, medical, surat, dokumen, koper (?:gede|besar), seragam, kartu'),
      3,
    ),
    {
      scope: 'offer',
      denies: true,
    },
  ),
  p(
    'told-to-lie',
    `(?:biar|supaya|agar|hindari|takut)(?: [^ |]+){0,4}? ${any('curiga, dicurigai, ketahuan, ditanya, ditanyain, dicekal, mencolok, dicegat, dicegah, diinterogasi, kentara, kelihatan, jejak, mikir, jejaknya')}`,
    { scope: 'offer', denies: true },
  ),
  p(
    'told-to-lie',
    near(
      any(
        'dilatih, diajar, hafal, hafalin, hafalkan, hapalin, hapalkan, hapal, latihan, simulasi, skrip, script, contekan, bocoran, briefing',
      ),
      any('wawancara, jawaban, bilang, imigrasi, bandara, konter, petugas, cerita'),
      3,
    ),
    { scope: 'offer' },
  ),
  p(
    'told-to-lie',
    seq(
      any('dandan, penampilan, gaya, baju, pakaian, bergaya, tampil, ala, kayak, seperti, layaknya'),
      any('turis, wisata, orang kaya, artis, ibu ibu'),
      4,
    ),
    { scope: 'away' },
  ),
  p(
    'told-to-lie',
    seq(
      any('sewa, pinjam, dipinjam, nunjukin, tunjukin, tunjukkan, sewakan'),
      any('saldo, uang tunai, tunai, rekening koran'),
      3,
    ),
    { scope: 'offer' },
  ),
  // Visa
  p(
    'visit-visa',
    `(?<!formulir |syarat |pengurusan |isi )${seq(any('visa, paspor, pass, status, cap, stempel, entry, evisa, lewat'), visit, 2)}`,
    {
      scope: 'offer',
      not: /ditolak|bukan|umrah plus|biro/,
      unlessNext: forbidden,
    },
  ),
  p('visit-visa', seq(any('pakai, dengan, jalur, modal, masuk'), visit, 2), {
    not: /ditolak|bukan|umrah plus|biro/,
    unlessNext: forbidden,
  }),
  p('visit-visa', '(?<!denda )overstay|over stay|kosongan', { scope: 'offer' }),
  p('visit-visa', `${any('turis, kunjungan, ziarah, social')} (?:visa|pass|visitor)`, { scope: 'offer' }),
  p(
    'visit-visa',
    `${seq(
      any('jadi, sebagai, berangkat, masuk, statusnya'),
      any('turis, wisata, pelajar, mahasiswa, jamaah, tamu, ziarah, peserta umrah'),
      2,
    )}(?= [^|]{0,40}(?:\\d|iuran|dulu|bulan|hari|kerja|formalitas))`,
    { scope: 'offer', unlessNext: forbidden },
  ),
  p(
    'visit-visa',
    `bebas visa(?: [^ |]+){0,6}? (?:kerja|kantor|darat|langsung)|${near('(?<!biaya |bayar |uang )visa', any('convert, konversi, dikonversi, dialihkan, diubah, diganti, alih status, upgrade'), 5)}|(?:tanpa|tidak (?:perlu|usah|pakai)) visa kerja|(?:cap|stempel|stamp|cop|dicop)(?: [^ |]+){0,4}? \\d+ (?:hari|bulan)|(?:perbatasan|border) run(?:nya)?|(?:dicop|perpanjang cap|keluar masuk|out in|visa run)|tiap (?:bulan|\\d+ (?:hari|minggu|bulan))(?: [^ |]+){0,4}? keluar|(?:tanpa|tidak (?:perlu|usah|pakai)) visa(?! dan| jadi| terbit)|(?:gampang|mudah|susah) [^|]{0,20}(?:work )?permit`,
    {
      scope: 'offer',
      denies: true,
      not: /tidak (?:bisa|mau|jadi)|visa(?: [^ ]+)* (?:mcu|medical|pribadi|biaya|tiket) /,
    },
  ),
  p(
    'visit-visa',
    `${seq(any('misah, pisah, kabur, keluar, ninggalin, tinggalkan, ikut'), any('rombongan, grup, jamaah, group, tour'), 4)}(?= [^|]{0,50}(?:kerja|majikan|tampung|jemput|dijemput|pulang|antar|sopir|rumah))|(?:umrah|wisata|tour|haji|turis)(?: [^|]{0,40})? (?:sambil|sekalian|plus) (?:kerja|cari kerja|stay)|${seq(no, 'pulang (?:dengan|bareng|ikut)? ?rombongan', 3)}|pulang ${no}[^|]{0,20}rombongan`,
    {
      denies: true,
    },
  ),
  p('work-visa-later', near(permit, later, 4), {
    scope: 'offer',
    not: /sebelum|kbri|bukan|habis masa/,
    unlessNext: /^[^|]{0,20}(?:sebelum|baru (?:berangkat|ajukan))/,
  }),
  p(
    'work-visa-later',
    seq(
      any('nanti, baru, di sana, sana'),
      `(?:${any('bikin, dibikin, diurus, urus, diganti, ganti, dapat, ubah, apply')}(?: jadi)?) ${permit}`,
      3,
    ),
    { scope: 'offer' },
  ),
  // Route
  p(
    'unofficial-route',
    near(
      boat,
      any(
        'malam, subuh, gelap, pagi buta, pantai, seberang, kerja, berangkat, jemput, dijemput, pantai, jam \\d+, naik, naiknya',
      ),
      3,
    ),
    { scope: 'away' },
  ),
  p(
    'unofficial-route',
    `(?:seberang|naik)(?: [^ |]+){0,4}? (?:malam|boat|${boat})|speedboat(?: [^ |]+){0,4}? malam`,
  ),
  p(
    'unofficial-route',
    seq(
      any('jalur, jalan, lewat, pelabuhan, pintu, naik, naiknya, masuk, turun, jalurnya, dermaga'),
      hidden,
      1,
    ),
    {
      scope: 'away',
      not: /aman$|lewat (?:malam|kebun|pantai|bukit)$|jalan ke (?:kebun|pantai|sungai|parit|bukit)$/,
    },
  ),
  p(
    'unofficial-route',
    `lewat laut|jalan darat|jalur (?:darat|laut|air|darat laut)|(?:aman|hindari|lolos|tidak ada|kalau aman|sepi)(?: dari)? (?:patroli|razia|petugas)|(?:loncat|lompat)(?: [^ |]+){0,4}? (?:air|laut|kapal)|motor(?: [^ |]+){0,4}? (?:perbatasan|seberang|lintas|lewat kebun|hutan)`,
    { scope: 'away' },
  ),
  p('unofficial-route', seq(any('lewat, seberang, masuk, naik, jalur, dari, turun'), crossing, 2), {
    scope: 'abroad',
    not: /bp3mi|imigrasi|kantor|plbn/,
  }),
  p(
    'unofficial-route',
    `(?:modal|cukup|hanya|cuma)(?: (?!urus|perbaiki|memperbaiki|benerin|betulin|fotokopi|cek|ganti|perpanjang)[^ |]+)? ktp|(?:tidak|belum) (?:punya|ada) paspor(?: [^ |]+){0,4}? (?:masalah|apa|gapapa|gpp|tenang|gampang|ada jalannya|dibikin)|(?:tanpa|${no}) (?:paspor|cap|stempel|dicap|imigrasi|pemeriksaan)(?! asli| lama| hilang| baru| pelancong| turis| wisata| umrah)|paspor(?: [^ |]+){0,4}? (?:mati|hangus|expired|habis)(?: [^ |]+){0,4}? (?:masalah|apa|gapapa|gpp|bisa)`,
    { scope: 'away', denies: true, not: /jangan (?:pakai|bawa|ada)/ },
  ),
  p(
    'separate-travel',
    `(?:tidak usah|jangan) rombongan|jangan(?: [^ |]+)? (?:saling|bareng|barengan|gerombol|bergerombol|kumpul(?! (?:di|ke|jam|ktp|paspor|dokumen|uang))|nyapa|tegur|ngobrol|rombongan|deket|dekat dekat)|${seq(any('berangkat, masuk, antri, antre, ngantri, jalan, lewat, boarding, duduk, turun'), any('terpisah, misah, pisah, mencar, sendiri sendiri, satu satu, gantian, beda antrian'), 3)}|(?:pura|seolah|anggap saja|jangan)(?: [^ |]+){0,4}? kenal`,
    { scope: 'offer', denies: true, unlessNext: /^(?:motor|mobil|angkot)/ },
  ),
  p(
    'country-switched',
    `tiket(?: [^ |]+){0,4}? (?:turun|ke)(?: [^ |]+){0,4}? dulu|transit(?: [^ |]+){0,5}? (?:lanjut|terus|trus|lalu|baru|pindah)|lanjut(?: [^ |]+){0,4}? (?:cabang|perbatasan|mobil|bus)|cabang(?: [^ |]+){0,4}? perbatasan|(?:ke|lewat|mampir|singgah|transit|turun|turunnya|masuk)(?: di| ke)? (?:${stop})(?: [^ |]+)? (?:dulu|baru|lalu|terus|trus)`,
    { scope: 'abroad', not: /medical|pelatihan|kursus|lanjut sekolah/, unlessNext: forbidden },
  ),
  p(
    'country-switched',
    `(?:dialihkan|dialihin|dioper|dipindah|dipindahkan|diganti|pindah|geser|sisa penempatan)(?: [^ |]+){0,4}? (?:ke )?(?:${stop}|negara|mae sot)|negara(?: [^ |]+){0,4}? (?:berubah|diganti|dialihkan|bisa diubah)`,
    { scope: 'abroad' },
  ),
  p(
    'ticket-short',
    `lanjutan(?: [^ |]+){0,4}? (?:menyusul|sana)|tiket(?: [^ |]+){0,5}? (?:menyusul|sekali jalan|one way|(?:satu|1) arah|berangkat saja|berangkat doang)|one way ticket`,
    { scope: 'offer' },
  ),
  // Countries
  p(
    'closed-country',
    `(?<!resto |restoran |masakan |makanan |bahasa |kbri |kbri di |ekspor ke |dari |konsultasi kerja )${closed}`,
    { scope: 'offer' },
  ),
  p('closed-household', `${gulf}(?: [^ ]+){0,14}? ${household}|${household}(?: [^ ]+){0,10}? ${gulf}`, {
    scope: 'offer',
    not: /perawat|rumah sakit|hotel|resto|restoran|formal|nurse|kbri|bukan|badan hukum/,
  }),
  p(
    'job-misdescribed',
    `${seq(any('visa, permit, surat, di kertas, di kontrak, tertulis, tertulisnya, kontrak, dokumen, slip'), any('tapi, tp, padahal, aslinya, sebenarnya, kenyataannya, ternyata, cuma'), 5)} (?:[^ |]+ ){0,4}(?:kerja|jadi|di rumah|uang|formalitas|tulisan|syarat|jaga)|kerja(?: [^ |]+){0,4}? (?:tapi|padahal|aslinya)(?: [^ |]+){0,4}? (?:visa|surat)|(?:dua|2|double) kontrak|kontrak(?: [^ |]+)? (?:formalitas|bayangan|pajangan)|(?:bukan kerja|status pelajar|statusnya)(?: [^|]{0,60})? (?:full|kerja|kandang)|sambil bantu di rumah|bantu (?:di )?rumah majikan juga`,
    { scope: 'away', denies: true },
  ),
  p(
    'ticket-short',
    `tiket(?: [^ |]+){0,4}? (?:cuma|hanya|doang)(?: [^ |]+)? sampai|tiket(?: [^ |]+){0,4}? sampai (?:${stop}) (?:saja|dulu|doang)`,
    { scope: 'offer' },
  ),
  p(
    'unofficial-route',
    `(?:masuk|lewat|turun|naik)(?: [^ |]+){0,4}? (?:pelabuhan|dermaga) (?:kecil|tikus|rakyat)|pelabuhan tikus`,
  ),
  p('separate-travel', `${us} tunggu(?: di)? (?:seberang|luar|pesawat)`, { scope: 'abroad' }),
  p(
    'told-to-lie',
    '(?<!saya |dia |mereka |suami |istri |anak |adik |kakak )bilang (?:saja )?mau (?:tahun baruan|lebaran|natalan|nonton|konser|belanja|shopping|jalan2)',
    { scope: 'abroad' },
  ),
  p(
    'told-to-lie',
    `(?:biar|supaya|agar)(?: [^ |]+){0,4}? tidak(?: [^ |]+)? (?:kelihatan|dikira) mau (?:lama|kerja|menetap|tinggal)|(?:ada|kena) (?:razia|sidak|inspeksi)(?: [^ |]+){0,4}? (?:sembunyi|geser|ngumpet|lari|kabur|bubar|lewat belakang)`,
    { scope: 'away', denies: true },
  ),
  p(
    'unofficial-route',
    '(?:jangan|tidak usah)(?: sampai)? (?:ke|lewat|masuk|mampir|ikut)(?: ke)? (?:pos|plbn|konter|loket|tempat cap)(?! (?:ronda|satpam|kamling|yandu))|(?:bukan|tidak) lewat (?:pos|plbn)',
    { scope: 'abroad', denies: true },
  ),
  p(
    'visit-visa',
    `(?:umrah|haji)(?: [^|]{0,80})? (?:misah|pisah|mencar|kabur)(?= [^|]{0,60}(?:jemput|dijemput|kerja|majikan|hari))|(?:umrah|tour|wisata|turis)(?: [^|]{0,60})? pulang (?:terserah|bebas|kapan saja)(?= [^|]{0,60}kerja)`,
  ),
  p(
    'separate-travel',
    `jangan saling (?:follow|sapa|nyapa|tegur|kenal|lirik|chat|telpon|ngobrol|lihat)|(?:masuk|naik|turun|antri|boarding)(?: [^ |]+){0,4}? jangan (?:bareng|barengan)|(?:jangan duduk|duduk jangan) (?:deketan|dekatan|berdekatan|bareng|sebelahan|sebelah sebelahan)|(?:pura|pura2) beda rombongan|duduk(?:nya)? (?:jauh2an|jauhan|jauh jauhan)|(?:beda|pisah) (?:maskapai|penerbangan|pesawat)(?! (?:dengan|dari) (?:mama|papa|ayah|bunda|keluarga))`,
    { scope: 'away', denies: true },
  ),
  p(
    'separate-travel',
    `(?:saya|aku|mbak|mas|kakak|kak|om|bang|kami|kita) (?:[^ |]+ )?duluan(?: [^|]{0,30})? (?:kamu|km|kalian|adik|dek)(?: [^ |]+){0,3}? (?:sendiri|menyusul)|(?:saya|aku|mbak|mas|kakak|om|bang) menyusul(?: [^ |]+){0,4}? (?:kamu|km|kalian) duluan`,
    { requires: /\b(?:batam|lolos|gaji|kerja|imigrasi|bandara|penerbangan|kedai|pabrik)\b/ },
  ),
  p(
    'separate-travel',
    `(?:pura|pura2|seolah)(?: [^ |]+)? tidak saling kenal|jangan (?:sapa|nyapa|tegur|saling sapa)`,
    {
      requires: /\b(?:gate|boarding|bandara|imigrasi|pesawat|kualanamu|juanda|soetta|check in)\b/,
      denies: true,
    },
  ),
  p(
    'told-to-lie',
    `${border} (?:tanya|nanya|ditanya)(?: [^ |]+){0,5}? bilang (?!saya|aku|jujur|apa|sebenarnya|sesuai|kerja|terima)`,
    { scope: 'offer', not: /(?:saya|aku|dia|mereka|kami|adik|kakak|suami) bilang|lalu|terus/ },
  ),
  p('unofficial-route', '(?<!di )seberang (?:hutan|perbatasan)', { scope: 'away' }),
]
