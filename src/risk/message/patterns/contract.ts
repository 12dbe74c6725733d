import { type Pattern, pattern as p } from '../pattern.ts'
import { any, later, near, no, none, seq, us } from '../words.ts'

const signing = any('kontrak, tanda tangan, surat kerja, pkl, berkas kontrak')
const verified = /kontrak (?:selesai|habis|pertama)|ltsa|disnaker|bp3mi|opp|kbri|sebelum|notaris/
const named = any(
  'pt, kapal, majikan, kebun, perusahaan, pelabuhan, agen, negara, lokasi, alamat, penempatan, tempat, tujuan, rumah siapa, kota, kantor, negaranya, bosnya',
)
const unnamed = any(
  'rahasia, menyusul, belakangan, surprise, tidak disebut, privat, dikasih tahu (?:pas|nanti|setelah|kalau|di), dikasihtau, diumumkan di, dikasih di bandara, nanti (?:dikasih|pas|kalau|setelah|baru|diinfo\\w*|di|tahu|saja|sana|sampai), pas sudah, dibagi di, (?:tidak|belum) (?:tahu|bisa (?:kasih|disebut|bilang|dikasih)|dikasih)',
)
const pressing = '(?:slot|kuota)'

export const contractPatterns: readonly Pattern[] = [
  p(
    'no-contract',
    `(?:tanpa|tidak (?:ada|pakai|perlu|usah|wajib|dikasih)) (?:kontrak|tanda tangan)(?! kerja resmi)|kontrak(?: [^ |]+){0,4}? (?:tidak (?:ada|perlu|penting|usah)|lisan|mulut)|sistem (?:percaya|kepercayaan)|modal percaya|saling percaya`,
    { scope: 'away', denies: true, not: /jangan tanda|belum tanda|tidak mau|tidak bisa tanda/ },
  ),
  p('contract-later', near(signing, later, 5), {
    scope: 'away',
    not: verified,
    unlessNext: new RegExp(
      `${verified.source}|^(?:selesai|habis)|^[^|]{0,40}(?:kelihatan|muncul|tayang|tercatat|terlihat)(?: [^ |]+)? sistem`,
    ),
  }),
  p('contract-later', `kontrak(?: [^ |]+){0,4}? nanti|nanti(?: [^ |]+){0,4}? (?:tanda tangan|kontrak)`, {
    scope: 'away',
    not: verified,
    unlessNext: /^[^|]{0,60}(?:tanya langsung|ltsa|disnaker|bp3mi|opp|kbri|sebelum|dibaca)/,
  }),
  p(
    'contract-unreadable',
    `(?:tanda tangan|kontrak|surat|buku|perjanjian)(?: [^ |]+){0,6}? (?:${no} (?:dibaca|baca|difoto|ngerti|salinan|copy|fotokopi|dibawa pulang|paham|mengerti)|bahasa (?:saudi|mandarin|china|arab|korea|jepang|inggris|asing|sana)|dipegang ${us}|isinya(?: [^|]{0,14})? (?:${us}|formalitas)|(?:[^|]{0,20})?kosong|blangko|blanko|nominal\\w*(?: [^ |]+){0,4}? isi)|(?:tidak (?:usah|perlu|sempat)|jangan)(?: [^ |]+)? (?:baca|dibaca|bacain|dibuka)|(?:halaman|lembar) (?:terakhir|paling belakang)|blangko kosong|(?:di|tanda tangan) (?:blanko|blangko)|kertas kosong|tanda tangan saja`,
    { scope: 'away', denies: true, not: /paspor|ijazah|ktp|hp|tanda tangan saja di|indonesia/ },
  ),
  p(
    'employer-hidden',
    `${seq(named, unnamed, 4)}|(?:pt|nama kapal|kapal|majikan|negara|lokasi|perusahaan|kebun)(?: [^ |]{1,4})? nanti|(?:tahu|diinfo|diinfokan|dikasih)(?: [^ |]+){0,4}? (?:nama|pt|lokasi|tempat|kapal)(?: [^ |]+){0,4}? ${later}|${seq(no, `(?:tanya|nanya|tahu|bisa (?:kasih|sebut|bilang))(?: [^ |]+){0,4}? ${any('nama, pt, majikan, alamat, lokasi, negara, tempat, perusahaan')}`, 1)}|${seq(any('belum, tidak'), 'tahu (?:kerja|majikan|rumah|lokasi|alamat|negara)', 2)}`,
    {
      scope: 'away',
      denies: true,
      not: /wawancara|tes|kursus|ujian|acara|kantor imigrasi|kapan|alamat email|nama panggilan/,
    },
  ),
  p(
    'unlicensed',
    `(?:izin|sip3mi|siup|plang|papan nama)(?: [^ |]+){0,4}? (?:(?:habis|setelah) (?:transfer|bayar)|menyusul|lagi diurus|masih proses|diproses|proses perpanjang|belum|perpanjangan|dibekukan|dicabut)|(?:sip3mi|izin|surat izin|surat tugas)(?: [^ |]+){0,5}? (?:tidak|belum) bisa (?:difoto|ditunjuk\\w*|dilihat|dikirim|dicek)|alamat(?: kantor)? pindah\\w*|belum ada (?:plang|izin|papan|kantor)|(?:tanpa|${no}) (?:p3mi|izin (?:resmi|pt|so|kemnaker)|sip3mi|plang|papan nama)|(?:tanpa|tidak (?:pakai|lewat|usah|perlu|ke)(?: ke| lewat)?) pt|bukan (?:lewat |dari )?pt|jalur mandiri`,
    { scope: 'away', denies: true, not: /jangan|bebas/ },
  ),
  p(
    'fake-company',
    `(?:ejaan|eja|namanya|nama)(?: [^ |]+){0,4}? (?:beda|salah|mirip)|mohon maklum ejaan|(?:ada|pakai) logo(?:nya)? kok|akun resmi imigrasi|(?:satgas|tim satgas|tim)(?: [^ |]+){0,4}? (?:pelindungan|perlindungan)(?: [^|]{0,200})? uang(?:besar|tinggi)|alamat(?:nya)? (?:fiktif|palsu)`,
    {
      scope: 'away',
      unlessNext: /^(?:(?:dengan|dari|ketik|tulis|eja) )?(?:di )?(?:ktp|kk|akta|ijazah|paspor)/,
    },
  ),
  p('fake-company', '(?:855|856|95|63|84|66|44|971)\\d{8,}', { scope: 'offer' }),
  p(
    'pressure',
    `slot \\d+|${pressing}(?: [^ |]+)? (?:tinggal|sisa)(?: [^ |]+)? (?:\\d+|satu|dua|dikit|sedikit)|(?:sisa|tinggal) \\d+ (?:slot|orang|kursi|lagi)|(?:kuota|slot)(?: [^ |]+)? (?:cepat|keburu|hampir) (?:abis|habis|penuh)|(?:hari|malam|sore|besok|pagi) (?:ini )?(?:terakhir|juga|tutup|ditutup)|terakhir (?:hari|malam|besok|transfer|bayar|jam)|buruan|segera (?:transfer|bayar|dp|lunasi|kirim)|siapa cepat|sebelum (?:jam|pukul|keburu|penuh|diambil|kehabisan)|paling (?:lambat|telat)(?: [^ |]+)? (?:jam|pukul|malam|hari ini|besok)|hangus|batas (?:waktu|akhir) (?:transfer|bayar)|lewat (?:tanggal|tgl|jam)|jangan (?:kelamaan|lama lama|banyak mikir|kebanyakan|mikir|sampai kehabisan)|(?:kursi|slot|kesempatan)(?: [^ |]+){0,4}? orang lain|banyak yang antri|keputusan (?:hari|malam) ini|${seq(any('tiket, transfer, dp, kirim, bayar'), any('hari ini, malam ini, sekarang, jam \\d+, sebelum'), 4)}`,
    {
      scope: 'away',
      not: /sisa(?:nya)? (?:potong|gaji|penempatan|bayar)|tinggal (?:di|dengan|gratis)|jangan/,
    },
  ),
  p('pressure', `segera (?:transfer|bayar)|slot sisa \\d+`),
  p(
    'guaranteed',
    `${seq('(?:pasti|100|dijamin|tidak mungkin gagal|anti gagal)', any('berangkat, lolos, diterima, lulus, cair, dapat, keluar, kontrak, kerja, masuk, sukses, visa'), 2)}|${seq(any('visa, kerja, berangkat, lolos, proses'), '(?:pasti|100|dijamin)', 2)}|uang (?:kembali|balik)|jalur (?:cepat|kilat|vip|instan|prioritas)|garansi (?:uang|lolos|berangkat)`,
    { scope: 'away', not: /belum pasti|tidak pasti|belum tentu|pasti dibalas|diganti|unfit/ },
  ),
  p(
    'guaranteed',
    '(?:gagal|unfit|tidak lolos)(?: [^ |]+){0,4}? (?:tes|medical|kesehatan)(?: [^ |]+){0,4}? (?:dibantu|bantu|diatur|gampang)|hasil(?: medical)? fit(?= [^]{0,60} (?:bayar|uang))',
  ),
  p('guaranteed', `(?:wawancara|tes|ujian|seleksi)(?: [^ |]+)? (?:tidak ada|tidak perlu|tidak usah|nol)`, {
    scope: 'abroad',
    denies: true,
  }),
  p(
    'guaranteed',
    `${none} (?:[^ |]+ )?(?:wawancara|tes|test|seleksi|ujian|b1|a1|n4|n5|jlpt|jft|ssw|ielts|toefl|sertifikat|bst|medical|pelatihan|pendidikan|diklat|eps|topik|kursus|sekolah|interview|antri|ribet|proses panjang|proses lama|lama)`,
    {
      scope: 'away',
      denies: true,
      not: /jangan|belum|tidak (?:bisa|pernah|mau)|(?:biaya|pungutan|potongan) [^ ]+$|tidak dengan|tidak lolos|tidak wajib tes/,
    },
  ),
  p(
    'guaranteed',
    `(?:langsung|(?:besok|lusa|minggu depan|minggu ini) (?:langsung|bisa|sudah bisa)) (?:kerja|diterima|berangkat|jalan|layar)(?! lagi)|(?:proses|berangkat|jalan)(?:nya)?(?: [^ |]+){0,4}? (?:cepat|kilat|besok|lusa|(?:\\d+|seminggu|se)(?: |-)?(?:hari|minggu)|minggu (?:ini|depan))|\\d+ (?:hari|minggu) (?:langsung|sudah bisa|berangkat|jalan|jadi)|(?:1|sebulan|satu) bulan (?:langsung )?berangkat`,
    {
      scope: 'away',
      not: /kerja \d+ hari|bisa kerja (?:sama|tim|dengan|lagi|dulu|keras)|bisa jalan/,
      unlessNext: /^(?:setelah|tergantung|sama|tim|dengan tim)/,
    },
  ),
  p(
    'departure-delayed',
    '(?:belum|tidak|batal)(?: [^ |]+){0,4}? berangkat|berangkat(?: [^ |]+){0,4}? (?:diundur|ditunda|diulur|ngaret|molor)|(?:jadwal|tiket|visa)(?: [^ |]+){0,4}? (?:diundur|ditunda|diulur|molor)',
    {
      scope: 'away',
      denies: true,
      requires:
        /\b(?:sudah|telah)(?: [^ |]+){0,4}? (?:bayar|transfer|setor|lunas)|\b(?:bayar|transfer|tambah|nambah)(?: [^ |]+){0,4}? (?:lagi|dulu)\b/,
    },
  ),
  p(
    'contract-unreadable',
    'tanda tangan(?: [^ |]+){0,8}? jangan (?:dibuka buka|buka2|dibaca|baca|dibolak balik|banyak tanya)',
    {
      denies: true,
    },
  ),
  p(
    'unlicensed',
    '(?:banner|spanduk|plang|papan nama|bannernya|plangnya|spanduknya)(?: [^ |]+){0,4}? (?:dilepas|lepas|dicabut|cabut|diturunkan|diturunin|dicopot|copot|ditutup|tutup|disembunyi)',
    {
      requires: /\b(?:sidak|razia|inspeksi|petugas|pemeriksaan|disnaker|satpol)\b/,
      denies: true,
      scope: 'offer',
    },
  ),
  p(
    'pressure',
    `waktu (?:(?:satu|1|2|dua) jam|\\d+ menit|sejam)(?: [^ |]+)? (?:mikir|mutusin|memutuskan|berpikir)|(?:sore|malam|subuh|hari) ini (?:wajib|langsung) (?:berangkat|jalan|ikut)`,
    { scope: 'away' },
  ),
  p(
    'guaranteed',
    'tanda tangan (?:malam|hari|sore|pagi) ini(?: [^ |]+){0,4}? (?:besok|lusa|subuh|malam)(?: [^ |]+)? (?:berangkat|jalan|layar)',
    { scope: 'away' },
  ),
]
