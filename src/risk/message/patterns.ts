import type { IndicatorId } from '../indicators.ts'

/**
 * One way recruiters say a sign, over the normalised words. `g` gaps stay inside a clause and are bounded, so that matching
 * is linear. `denied: false` marks patterns whose own words deny ("jangan bilang mau kerja"). `unless` is tried on the whole
 * message: where it fits, the pattern does not count.
 */
export type Pattern = Readonly<{ sign: IndicatorId; when: RegExp; denied?: false; unless?: RegExp }>

/** Any words of the same clause, at most 40 characters. */
const g = '[^|]{0,40}?'
const p = (sign: IndicatorId, source: string, more: Omit<Pattern, 'sign' | 'when'> = {}): Pattern => ({
  sign,
  when: new RegExp(`\\b(?:${source})\\b`, 'g'),
  ...more,
})
const money = '(?:uangbesar|uangtinggi)'
const anyMoney = '(?:uangkecil|uangbesar|uangtinggi)'
const papers = '(?:paspor|ijazah|dokumen|ktp|kk|akta|buku nikah|surat nikah|sertifikat)'
const official = /\b(?:sip3mi|siskop2mi|bp3mi|disnaker|ltsa|pkl|kemnaker|im japan)\b/

export const patterns: readonly Pattern[] = [
  // Lying, route, visa
  p(
    'told-to-lie',
    `(?:bilang|mengaku|jawab|alasan|alasannya|ngomong|katakan|sebut|pura pura|seolah)${g}(?:liburan|wisata|turis|jalan jalan|jalan|main|umrah|ziarah|kunjungan|jenguk|nengok|silaturahmi|saudara|sodara)`,
  ),
  p('told-to-lie', `jangan (?:bilang|mengaku|ngomong|sebut|jujur|cerita)${g}(?:kerja|gaji|kontrak)`, {
    denied: false,
  }),
  p(
    'told-to-lie',
    `(?:tiket pulang|hotel|booking|bookingan|itinerary|reservasi)${g}(?:dummy|palsu|fiktif|bohongan|bikinin|dibikin)|latihan wawancara|(?:jangan|tidak usah) bawa${g}(?:ijazah|kontrak|medical|surat)`,
    { denied: false },
  ),
  p(
    'told-to-lie',
    `tiket (?:pulang|pp)[^|]{0,16}?(?:booking|formalitas|syarat|pajangan)|(?:biar|supaya|agar) (?:tidak|lolos)[^|]{0,14}?(?:curiga|dicurigai|ketahuan|ditanya|dicekal|petugas)`,
    { denied: false },
  ),
  p('told-to-lie', '(?:dilatih|diajari|dikasih|hafalkan|hapalin)[^|]{0,20}?(?:jawaban|wawancara)'),
  p(
    'visit-visa',
    '(?:visa|paspor|pakai|dengan|jalur)[^|]{0,14}?(?:turis|wisata|kunjungan|ziarah|umrah|pelancong|bebas visa)',
    { unless: /\b(?:jual|paket|promo) (?:tour|tur|wisata|umrah)\b/ },
  ),
  p(
    'visit-visa',
    `(?:jadi|sebagai|masuk|berangkat)[^|]{0,12}?(?:turis|pelancong|wisata)\\b[^|]{0,12}?(?:\\d|dulu|bulan|hari)`,
  ),
  p(
    'visit-visa',
    `bebas visa${g}(?:kerja|kantor|darat)|visa${g}(?:convert|konversi|dikonversi)|tanpa visa kerja|(?:cap|stempel|stamp)[^|]{0,8}?\\d+ hari|tiap (?:bulan|\\d+ (?:hari|minggu))[^|]{0,8}?keluar|tidak (?:perlu|usah|pakai) visa(?: kerja)?|overstay`,
    { denied: false },
  ),
  p(
    'work-visa-later',
    '(?:visa|permit|izin kerja|iqamah|urus perlindungan|minta suaka|perlindungan)[^|]{0,24}?(?:di sana|sana|menyusul|belakangan|di lokasi|setelah (?:tiba|sampai)|pas sampai)',
  ),
  p(
    'unofficial-route',
    `lewat laut|speed boat|kapal malam|kapal kayu|perahu|jalur (?:tikus|belakang|gelap|darat|laut|hutan)|pelabuhan tikus|jalan darat|pintu belakang|lewat belakang|naik boat|jangan bawa koper|(?:aman|tidak ada|hindari|lolos) (?:patroli|razia)|(?:lewat|nyebrang|menyeberang|masuk)[^|]{0,12}?(?:rupat|dumai|sungai|hutan|perbatasan|sungai moei)|naik motor[^|]{0,16}?(?:perbatasan|seberang|lintas)|tanpa cap`,
  ),
  p('unofficial-route', '(?:modal|cukup|hanya|cuma) ktp|tanpa paspor|tidak (?:perlu|usah|pakai) paspor', {
    denied: false,
  }),
  p(
    'separate-travel',
    `jangan (?:bareng|barengan)|(?:berangkat|masuk|antri|antre)[^|]{0,16}?(?:terpisah|misah|sendiri sendiri)|pura pura tidak (?:kenal|saling kenal)`,
    { denied: false },
  ),
  p(
    'country-switched',
    `tiket[^|]{0,24}?(?:turun|ke)[^|]{0,24}?dulu|transit[^|]{0,24}?(?:lanjut|terus|trus)|lanjut[^|]{0,20}?(?:cabang|perbatasan)|cabang[^|]{0,16}?perbatasan|(?:ke|lewat|mampir|singgah|transit) (?:bangkok|kl|malaysia|singapore|singapura|vietnam|ho chi minh|batam|kuala lumpur|johor|dubai|bahrain) dulu`,
  ),
  p(
    'ticket-short',
    `lanjutan[^|]{0,24}?(?:nyusul|menyusul|di sana|sana)|tiket[^|]{0,30}?(?:nyusul|menyusul|sekali jalan|one way)`,
  ),
  p(
    'closed-country',
    '(?:kamboja|phnom penh|poipet|bavet|sihanoukville|sihanouk|siem reap|koh kong|kampot|myanmar|yangon|myawaddy|tachileik|shwe kokko|kk park|laukkaing|thailand|bangkok|mae sot|phuket|pattaya|chiang (?:mai|rai)|hat yai)',
  ),
  p(
    'closed-household',
    `(?:saudi|riyadh|jeddah|makkah|madinah|uea|dubai|abu dhabi|qatar|kuwait|oman|bahrain|irak|iraq|suriah|yaman|lebanon|libya|mesir|timur tengah|jordan|yordania)${g}(?:asisten rumah tangga|rumah tangga|pembantu|majikan|keluarga|baby ?sitter|di rumah)|(?:asisten rumah tangga|pembantu|rumah tangga)${g}(?:saudi|riyadh|jeddah|uea|dubai|abu dhabi|qatar|kuwait|oman|bahrain|irak|iraq|suriah|yaman|lebanon|libya|mesir|timur tengah)`,
  ),
  p(
    'job-misdescribed',
    'visa[^|]{0,20}?(?:tapi|tp|padahal)[^|]{0,12}?kerja|kerja[^|]{0,16}?(?:tapi|padahal)[^|]{0,12}?visa',
  ),
  // Contract and employer
  p('no-contract', 'tanpa kontrak|tidak (?:ada|pakai|perlu) kontrak', { denied: false }),
  p(
    'contract-later',
    `kontrak${g}(?:nanti|di sana|di lokasi|sampai|menyusul|tiba|pas sampai|di kapal)|(?:ttd|tanda tangan)[^|]{0,12}?(?:di sana|sana|di lokasi)|(?:nanti|setelah (?:tiba|sampai))[^|]{0,20}?kontrak|(?:begitu|pas|sesudah|habis|kalau sudah) (?:sampai|tiba|mendarat|landing)[^|]{0,20}?(?:tanda tangan|ttd|perjanjian|kontrak)`,
    { unless: /kontrak[^|]{0,40}(?:sebelum|sblm)/ },
  ),
  p(
    'employer-hidden',
    `nama[^|]{0,24}?(?:pt|kapal|majikan|farm|perusahaan|pelabuhan|agen)${g}(?:nanti|rahasia|pas|menyusul|belakangan)|(?:pt|perusahaan)(?: nya)?[^|]{0,10}?nanti dikasih|(?:tidak usah|jangan) (?:nanya|tanya)[^|]{0,10}?nama|(?:lokasi|negara|tempat|penempatan)[^|]{0,20}?(?:dirahasiakan|rahasia|dikasih tahu (?:pas|nanti|setelah)|nanti (?:pas|setelah|kalau|dikasih))`,
    { denied: false },
  ),
  p(
    'unlicensed',
    `(?:izin|sip3mi|siup)[^|]{0,24}?(?:habis transfer|setelah (?:transfer|bayar)|menyusul|lagi diurus|masih proses)|belum ada plang|tanpa (?:pt|p3mi|izin)|tidak (?:pakai|lewat) pt`,
    { denied: false },
  ),
  p(
    'fake-company',
    `ejaan[^|]{0,16}?(?:beda|salah)|mohon maklum ejaan|(?:ada|pakai) logo(?: ?nya)? kok|akun resmi imigrasi`,
  ),
  // Recruiter
  p(
    'stranger-recruiter',
    `(?:lihat|liat|nemu|dapat|dapet)[^|]{0,14}?(?:cv|profil|nomor|kontak|lamaran)|dapat nomor(?: kakak| anda)? dari`,
  ),
  p(
    'individual-recruiter',
    `saya antar|ikut saya|lewat saya|hubungi saya langsung|koordinator desa|bu rw|pak rt|sponsor(?: lapangan)?`,
  ),
  p(
    'insider-claim',
    `orang dalam|kenalan (?:di |orang )?(?:imigrasi|kedutaan|disnaker|bp3mi)|kenal (?:petugas|orang imigrasi)|punya (?:orang|kenalan)[^|]{0,10}?(?:dalam|imigrasi)|sudah koordinasi[^|]{0,16}?petugas|jalur khusus`,
  ),
  p(
    'guaranteed',
    `(?:pasti|dijamin|100)[^|]{0,10}?(?:berangkat|lolos|tembus|diterima|lulus|cair|kontrak)|(?:visa|kerja|berangkat)[^|]{0,24}?dijamin|tanpa (?:wawancara|tes|test|seleksi|ujian|b1|bahasa|ielts|jlpt|sertifikat)|no (?:wawancara|test|tes)|tidak (?:ada|perlu|pakai|usah|harus) (?:wawancara|tes|seleksi|ujian|ielts|jlpt|sertifikat|bst|medical)|(?:tembus|sampai|pasti) granted|uang kembali|jalur cepat|langsung (?:kerja|diterima|berangkat)`,
    { denied: false },
  ),
  p(
    'passport-broker',
    `(?:jasa|joki)[^|]{0,10}?paspor|paspor[^|]{0,20}?(?:kilat|express|instan|tanpa wawancara|hari jadi)|paspor[^|]{0,20}?(?:dibantu|bantu)[^|]{0,12}?\\d hari`,
  ),
  p(
    'data-harvest',
    `(?:kirim|fotoin|share|upload|foto)\\b[^|]{0,24}?(?:ktp|kk|selfie)|selfie[^|]{0,10}?ktp|(?:ktp|kk|selfie)[^|]{0,20}?(?:kirim|share|kirimkan) (?:ke|wa|whatsapp|chat|admin)`,
    {
      unless: /\b(?:siskop2mi|siapkerja)\b/,
    },
  ),
  p(
    'told-not-to-check',
    `jangan (?:dicek|cek|tanya)|(?:tidak|belum) akan muncul|tidak muncul di (?:web|sistem|siskop2mi)|sistemnya? error|maintenance|percaya saja`,
    { denied: false },
  ),
  p(
    'bypass-official',
    `(?:tidak (?:usah|perlu|lewat|harus|pakai)|tanpa|jangan)[^|]{0,14}?(?:disnaker|bp3mi|bp2mi|ltsa|rekomendasi|rekom|opp|blk|prosedur)|(?:disnaker|rekomendasi)[^|]{0,12}?(?:tidak (?:usah|perlu)|ribet)`,
    { denied: false, unless: /jangan mau|jangan (?:pakai )?calo/ },
  ),
  // The job and its pay
  p(
    'scam-job',
    `(?:admin|cs|customer service|telemarketing|operator|typist|telesales|chatter|marketing|live streaming|host live)[^|]{0,90}?(?:laos|golden triangle|segitiga emas|vietnam|filipina|manila|perbatasan|sihanoukville|kk park)`,
    { unless: official },
  ),
  p(
    'scam-job',
    `(?:admin|cs|customer service|telemarketing|operator|typist|telesales|chatter)${g}(?:judi|slot|game|gaming|casino|kasino|crypto|kripto|online|medsos|chat|penempatan|luar negeri)|judol|judi online|(?:admin|cs|marketing|operator)[^|]{0,6}?slot|slot gacor|gacor|scatter|scam|love scam|digital marketing|(?:ketik|ngetik|mengetik) cepat|bisa (?:ngetik|mengetik|komputer)`,
    { unless: /\b(?:pelatihan|umkm|webinar|kominfo)\b/ },
  ),
  p(
    'internship-cover',
    `(?:magang|internship|ferienjob|kerja liburan)${g}(?:gaji|bayar|biaya|sks|potong|talangan|uangtinggi|uangbesar)`,
    { unless: official },
  ),
  p(
    'job-vague',
    `kerja(?:an)? (?:apa saja|sudah nunggu|sudah ada|gampang|ringan|santai)|kerja enak|farm remote`,
  ),
  p(
    'pay-too-good',
    `gaji${g}(?:uangtinggi)${'[^|]{0,200}?'}(?:tanpa (?:ijazah|pengalaman|syarat)|semua jurusan|tidak perlu (?:ijazah|pengalaman))`,
    { denied: false },
  ),
  p(
    'pay-too-good',
    `(?:tanpa|no|tidak (?:perlu|pakai|harus|butuh)) (?:ijazah|pengalaman|skill|syarat|bahasa|pendidikan|experience)|tanpa syarat|gaji (?:gede|besar|fantastis|setara setaun|setahun)`,
    { denied: false, unless: /\bgratis\b[^|]{0,60}\bpelatihan\b/ },
  ),
  p('high-pay', `gaji${g}(?:uangbesar|uangtinggi)|uangtinggi[^|]{0,6}?bulan`),
  p(
    'bride-broker',
    `mahar|calon (?:istri|suami|pengantin)|kawin kontrak|pengantin pesanan|cari jodoh[^|]{0,20}?(?:china|tiongkok|taiwan|korea|asing)|nikah[^|]{0,20}?langsung berangkat`,
  ),
  p('organ', `ginjal|donor organ|jual organ|donor hati`),
  p(
    'fishing-uncovered',
    `(?:kapal|abk|longline|purse seine)${g}(?:taiwan|china|tiongkok|eropa|spanyol|longline|cumi|tuna|ikan|abk)|(?:butuh|jadi|kerja|lowongan)[^|]{0,10}?abk|(?:taiwan|china|korea|jepang|spanyol)[^|]{0,20}?abk`,
    { unless: official },
  ),
  // Money
  p(
    'fee-to-person',
    `(?:transfer|kirim|setor|bayar)[^|]{0,30}?(?:rekening|pribadi|atas nama|an saya)|rekening[^|]{0,10}?(?:pribadi|saya|atas nama)|ke (?:bca|bri|bni|mandiri|dana|ovo|gopay|seabank|jago)|transfer dulu|dp dulu`,
  ),
  p(
    'placement-fee',
    `(?:biaya|bayar|fee|dp|setor|modal|tebus|potongan|administrasi|total|cukup|jasa|ongkos|tarif|mahar|siapkan)[^|]{0,24}?${money}|${money}[^|]{0,12}?(?:orang|kepala|terima beres|trima beres|all in|sampai tujuan|sampe)|fee agen|dp \\d`,
    { unless: /\b(?:gaji|rp0)\b[^|]{0,6}tidak ada biaya/ },
  ),
  p('any-fee', `(?:biaya|bayar)[^|]{0,20}?${anyMoney}`),
  p(
    'paid-free-service',
    `(?:jasa|joki|dibuatkan|dibuatin)[^|]{0,16}?(?:sduwhv|whv|surat dukungan|opp|eps|skck|id pmi)|(?:sduwhv|whv)[^|]{0,24}?(?:dibuatkan|dibuatin|dibantu|diurusin)|${money}[^|]{0,20}?(?:sduwhv|whv)`,
  ),
  p(
    'pressure',
    `slot[^|]{0,10}?(?:sisa|tinggal|terbatas|\\d)|(?:kuota|slot)[^|]{0,6}?(?:cepat|cepet) (?:abis|habis)|paling lambat (?:jam|pukul|malam)|lewat (?:tanggal|tgl|jam)|sisa[^|]{0,6}?slot|kuota (?:tinggal|sisa)|hari ini terakhir|terakhir (?:hari ini|malam ini|besok|transfer|daftar)|buruan|segera (?:transfer|bayar|dp)|(?:malam|hari) ini (?:ya|juga|terakhir)|siapa cepat|sebelum jam|hangus|batas (?:waktu|akhir) (?:transfer|bayar)`,
  ),
  p(
    'employer-pays-all',
    `(?:semua|seluruh) biaya[^|]{0,30}?(?:ditanggung|nanggung|kita|kami|gratis|pt)|biaya (?:ditanggung|nol)|gratis (?:tiket|paspor|semua|visa|mess)|tiket gratis|tanpa biaya|(?:tiket|visa|paspor|mess)[^|]{0,16}?(?:ditanggung|dibayarin|bayarin|dicover|dibiayai|tanggung)|tanggung semua`,
    { denied: false },
  ),
  p(
    'debt-from-wages',
    `potong gaji|gaji[^|]{0,6}?potong|potongan[^|]{0,14}?(?:gaji|agen|\\d|bulan|bank)|talangan|ditalangi|dicatat[^|]{0,16}?(?:dulu|potong|utang)|kasbon|nyicil dari gaji|utang[^|]{0,10}?gaji`,
  ),
  p(
    'family-advance',
    `uang (?:fee|saku|muka|tinggal|pit|tunggu)[^|]{0,30}?(?:keluarga|cair|di depan|depan)|fee keluarga|(?:orang tua|keluarga)[^|]{0,8}?(?:dikirim|dapat|dikasih)[^|]{0,10}?uang|pesangon keluarga`,
  ),
  p(
    'loan-collateral',
    `kur|jaminan (?:sertifikat|rumah|tanah|bpkb|sawah)|sertifikat rumah|kredit bank|pinjaman (?:bank|koperasi|online)|gadai`,
  ),
  p(
    'cancel-penalty',
    `(?:batal|mundur|kabur|membatalkan|cancel)[^|]{0,20}?(?:denda|ganti rugi|bayar|penalti|ganti)|(?:denda|ganti rugi|penalti)[^|]{0,20}?(?:batal|mundur|kabur)`,
  ),
  // Custody and pressure
  p(
    'papers-held',
    `${papers}[^|]{0,30}?(?:ditahan|dipegang|disimpan|dititip|dikumpul|diserahkan|disetor|disita|jadi jaminan|buat jaminan|untuk jaminan)|(?:kirim|titip|serahkan|kumpul|setor|posin)[^|]{0,12}?(?:paspor|ijazah|dokumen|akta)[^|]{0,3}? ?asli|(?:tahan|pegang|simpan) ${papers}|${papers}[^|]{0,12}?(?:majikan|agen|kita|kami|kantor|hrd|leader|tauke) (?:yang )?(?:pegang|simpan|bawa|tahan)|${papers} asli[^|]{0,16}?(?:ditinggal|tinggal)`,
    { unless: /dipegang sendiri|pegang sendiri|tidak (?:boleh )?ditahan/ },
  ),
  p('phone-held', `hp[^|]{0,24}?(?:dititip|dikumpul|disita|dipegang|diserahkan|disimpan|ditahan)`),
  p(
    'threat',
    `(?:awas|hati hati) (?:kalau|klo)|kalau (?:lapor|kabur|batal)[^|]{0,20}?(?:tau sendiri|tahu sendiri|akibatnya|urusan|santet|penjara|keluarga)`,
  ),
  p('confined', `tidak boleh (?:keluar|pulang)|dikunci|dikurung`, { denied: false }),
  p(
    'secrecy',
    `jangan (?:lapor|cerita|kasih tahu|bilang)[^|]{0,24}?(?:dulu|siapa|keluarga|orang|suami|polisi|tetangga|istri|siapa2)|hapus (?:chat|pesan|percakapan)|rahasiakan|diam diam|jangan disebar`,
    { denied: false },
  ),
  p('under-18', `(?:umur|usia) 1[0-7]|(?:umur|usia)[^|]{0,12}?di bawah 1[0-8]|belum 18|masih sekolah`, {
    unless:
      /^(?=[\s\S]*\b(?:anak|liburan)\b)(?![\s\S]*\b(?:kerja|gaji|lowongan|majikan|agen|job|berangkat|hongkong|hong kong|luar negeri)\b)/,
  }),
  p(
    'age-changed',
    `(?:umur|usia|lahir)[^|]{0,24}?(?:dituakan|dinaikkan|dinaikin|diubah|diganti|ditambah|dimudakan|disesuaikan|dibikin|bisa diatur)`,
  ),
  p(
    'false-identity',
    `(?:ktp|paspor|nama|identitas|kk)[^|]{0,16}?(?:orang lain|palsu|tembak|pinjaman|pinjam|aspal)`,
  ),
  p('no-family-permit', `(?:tanpa|tidak (?:usah|perlu)) izin (?:suami|istri|keluarga|orang tua)`, {
    denied: false,
  }),
  // After the departure
  p('fake-helper', `saya[^|]{0,10}?(?:staf|petugas|pegawai|orang)[^|]{0,8}?(?:kbri|kjri|kedutaan|imigrasi)`),
  p('ransom', `biaya tebus|tebusan|uang tebus`),
  // Weak
  p('social-media-ad', `(?:dm|inbox|pm)(?: for| me| ya| saja| aja)?|japri|komen|follow`),
  p('chat-only', `(?:wa|whatsapp|telegram|chat) (?:saja|only|kak|dulu)|gmail|forms gle|google form|bit ly`),
]
