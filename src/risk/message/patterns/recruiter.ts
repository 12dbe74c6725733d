import { type Pattern, pattern as p } from '../pattern.ts'
import { any, border, near, no, offices, others, seq, us } from '../words.ts'

const chat = any(
  'whatsapp, chat, inbox, japri, dm, pm, telegram, admin, saya, sini, aku, wa, kami, kita, nomor',
)
const wanted = any('cari, dicari, butuh, ambil, minta, titip, nambah, mau')

export const recruiterPatterns: readonly Pattern[] = [
  p(
    'stranger-recruiter',
    `${seq(any('lihat, liat, nemu, dapat, dapet, tahu, baca, cek'), any('cv, profil, nomor(?:nya)? (?:kakak|anda|mbak|dari|kak|km|kamu|situ), kontak, lamaran, nomormu'), 3)}|(?:anda|kamu|kakak|kak|cv)(?: [^ |]+){0,4}? (?:terpilih|cocok|lolos seleksi)|salah sambung`,
    { scope: 'away' },
  ),
  p(
    'individual-recruiter',
    `saya (?:yang |bisa |siap |sendiri |nanti |juga |cuma )?(?:antar|kawal|kawalkan|jemput|urus|berangkat|bantu|bawa (?:ke|kalian|orang|kamu|semua)|masukin|selip|tampung|carikan|bimbing|nalang|talang|tanggung|kasih tempat|naik)|(?:ikut|lewat|hubungi|dengan|kontak|percaya) saya|hubungi saya langsung|koordinator (?:desa|lapangan)|(?:lewat|hubungi|titip|teman|kata|dipegang|oleh) (?:bu|pak) (?:rw|rt|haji|kades|lurah|ustad)|(?:lewat|dengan|kata|dari|ke|pak|bu|sebagai|saya|oleh) sponsor|sponsor (?:lapangan|langsung|jemput|datang|saya|urus|yang|bayar)|tekong|(?:teman|adik|kakak|saudara|istri|ponakan|tetangga|anak)(?: [^ |]+){0,4}? (?:sudah (?:berangkat|di sana|sana|enak|kerja)|punya kenalan|punya usaha)|(?:ngenalin|kenalin|ajak|bawa|cariin) (?:\\d+|satu|se|teman)(?: ?orang)?(?: [^|]{0,30})? (?:uang\\w+|komisi|bonus|dapat)|komisi untuk yang`,
    { scope: 'away', not: /sponsor visa/, unlessNext: /^(?:bilang|minta|menjanjikan|janji|nawarin|suruh)/ },
  ),
  p(
    'individual-recruiter',
    `(?:majikan|agen|teman|saudara|adik|kakak|tetangga|sepupu|ponakan)(?: saya)?(?: [^ |]+){0,4}? ${wanted}(?: [^ |]+){0,4}? (?:\\d+|orang|tenaga|pekerja|tukang|perempuan|laki|teman|istri)|saya (?:[^ |]+ ){0,3}(?:tki|tkw|pmi|alumni|eks)(?=[^]{0,160} (?:butuh|dicari|ikut|ajak|minat|ambil|bantu|naik))|info dari (?:majikan|bos)`,
    { scope: 'abroad' },
  ),
  p(
    'insider-claim',
    `orang dalam|orang (?:imigrasi|kbri|disnaker|bandara)(?: langsung| kita| saya)|kuota dalam|${seq(any('punya, kenal, kenalan, koneksi, link, channel, langganan'), any('imigrasi, kedutaan, disnaker, bp3mi, kbri, bandara, petugas, orang dalam, server, kanim, dalam'), 3)}|petugas(?: [^ |]+){0,4}? (?:sana )?(?:${no} (?:rewel|banyak tanya|tanya)|kenal|teman|dikondisikan|diatur|langganan|aman|kawan|dibayar)|sudah (?:koordinasi|dikondisikan|kondusif|dibayar|diatur)(?: [^ |]+){0,4}? ${border}|jalur (?:khusus|dalam|orang)|aman kondusif|(?:petugas|kanim|bandara|konter)(?: [^|]{0,30})? (?:${no} banyak (?:tanya|nanya)|orang kita)|orang (?:kita|kami|saya) di(?: [^ |]+)? (?:dalam|bandara|imigrasi)|imigrasi(?:nya)?(?: [^ |]+){0,4}? (?:kondisikan|dikondisikan|kondisiin|dikondisiin)|(?:sudah|semua) (?:kita|kami|saya) (?:kondisikan|kondisiin)|ada yang (?:atur|handle|ngondisiin|bukain|lolos|bantu lolos)`,
    {
      scope: 'offer',
      not: /rekom|surat|izin|akun|ada (?:petugas|imigrasi|kantor)|orang tua|ada di|ada (?:kbri|bp3mi|disnaker)|nomor/,
    },
  ),
  p(
    'passport-broker',
    `(?:jasa|joki|(?:bantu|terima|menerima|jasa) pembuatan)(?: [^ |]+){0,4}? paspor|orang di loket|paspor(?: [^ |]+){0,4}? (?:di )?(?:kota|daerah|pulau|kabupaten) lain|paspor(?: [^ |]+){0,4}? (?:cepat|kilat|sehari|${no} wawancara|hari jadi|jam jadi|besok (?:jadi|foto|bisa))|paspor(?: [^ |]+){0,4}? (?:bantu|dibantu)(?: [^ |]+){0,4}? \\d+ hari|(?:kanim|imigrasi)(?: [^ |]+)? (?:lain|luar (?:kota|pulau|daerah)|b)\\b|selip(?: [^ |]+){0,4}? (?:kanim|antrian|paspor|kuota)`,
    { scope: 'offer' },
  ),
  p(
    'passport-broker',
    `paspor(?: [^ |]+){0,4}? (?:(?:kita|kami|saya|kantor|agen|majikan|bos) (?:[^ |]+ )?(?:urus|bikin|dibikin|bantu|proses|siapin|tanggung)|dibikin|(?:bisa )?dibantu)(?! disnaker| bp3mi)|dibikin paspor(?: [^ |]+)? di|(?:kita|kami|saya|kantor|agen) (?:[^ |]+ )?(?:urus|bikin|bantu|urusin)(?: [^ |]+){0,4}? paspor`,
    { scope: 'abroad', not: /rp0|bp3mi|imigrasi|kanim|belum|sendiri/ },
  ),
  p(
    'passport-broker',
    `paspor(?: [^ |]+){0,4}? jangan(?: [^ |]+)? di(?: [^ |]+){0,4}? (?:ditanya|tanya|nanya|ketat|susah|dipersulit|curiga|dicurigai|ditolak|ribet)|jangan(?: [^ |]+)? paspor(?: [^ |]+)? di(?: [^ |]+){0,4}? (?:ditanya|tanya|nanya|ketat|susah|dipersulit|curiga|dicurigai|ditolak|ribet)|(?:imigrasi|kanim)(?: [^ |]+){0,4}? (?:ketat|(?:banyak|suka) (?:tanya|nanya))(?: [^ |]+){0,4}? (?:bikin|dibikin|foto|urus)(?: [^ |]+){0,4}? di`,
    { denies: true, not: /jangan lupa|jangan sampai|calo/ },
  ),
  p(
    'false-identity',
    `(?:hafal|hafalin|hafalkan|hapal|hapalin|hapalkan|ingat|apalin)(?: [^ |]+){0,4}? (?:lahir|lahirnya|nama (?:baru|di|bapak|ibu|orang)|nama paspor|identitas|alamat baru)`,
    {
      requires: /\b(?:paspor|ktp|dokumen|visa|suket|identitas|biodata)\b/,
      scope: 'away',
      not: /nama (?:jalan|obat)|surat/,
    },
  ),
  p('false-identity', 'nama(?: di)? paspor(?: [^ |]+)? (?:bukan|tidak pakai|jangan pakai) nama', {
    denies: true,
  }),
  p(
    'data-harvest',
    `(?:kirim|fotoin|share|upload|foto|setor|send|kirimkan|kirimin)(?: [^ |]+){0,4}? (?:ktp|kk|selfie|paspor|akta)(?= [^|]{0,60}${chat})|selfie(?: [^ |]+){0,4}? (?:ktp|paspor)|foto (?:halaman|ktp|paspor|kk)(?! (?:jangan|harus|latar|di (?:kanim|imigrasi)))|(?:ktp|kk|selfie|paspor)(?: [^ |]+){0,4}? (?:kirim|share|setor) (?:ke |lewat )?${chat}|kode otp|face scan|(?:buka|bukain|sewa|jual|pinjam)(?: [^ |]+){0,4}? rekening|(?:pin|otp|mbanking|buku tabungan)(?: [^ |]+){0,4}? (?:kirim|kasih|share)`,
    { scope: 'away' },
  ),
  p('data-harvest', 'foto(?: [^ |]+){0,4}? ktp(?: [^ |]+)? (?:kk|selfie)|selfie(?: [^ |]+)? ktp', {}),
  p(
    'told-not-to-check',
    `(?:jangan|tidak (?:usah|perlu))(?: [^ |]+)? (?:dicek|cek|konfirmasi|telpon kantor|tanya tanya|tanya (?:siapa|ke|orang|disnaker|bp2mi|bp3mi)|percaya (?:berita|orang|omongan|kata|medsos|yang)|dengar|dengerin|googling|cari tahu|verifikasi)|(?:tidak|belum)(?: akan| bisa| ada)? (?:muncul|kelihatan|tampil|dicek|update|keluar di)(?: [^ |]+)? ?(?:di )?(?:web|sistem|siskop2mi|online|sisko)?|(?:web|sistem|sistemnya|siskop2mi|server|sisko)(?: [^ |]+){0,4}? (?:error|maintenance|gangguan|down|eror)|(?:nomor|job order|izin|sip3mi)(?: [^ |]+){0,4}? (?:rahasia|tidak bisa dicek)|percaya saja|percaya dengan saya`,
    { scope: 'away', denies: true, not: /tidak (?:muncul|ada) (?:rasa|masalah)|jangan percaya yang/ },
  ),
  p(
    'not-in-siskop2mi',
    `(?:tidak|belum)(?: ada| terdaftar| muncul| masuk| tercatat| ketemu)+(?: [^ |]+){0,4}? (?:siskop2mi|sistem bp2mi|siapkerja)`,
    { scope: 'offer', denies: true },
  ),
  p(
    'bypass-official',
    `${no} (?:(?:lapor|urus|daftar|lewat|ke|ikut|bawa|minta|surat|ribet|dengan|melalui|datang|urusan|nunggu|tunggu|buang|waktu|repot|dapat) ){0,3}${offices}|${offices}(?: [^ |]+){0,4}? (?:tidak (?:usah|perlu)|ribet|lama|mahal|skip|belakangan|persulit|mempersulit|dilewati|dilewat)|nonprosedural|non prosedural|unprosedural|jalur (?:sendiri|bebas|ilegal|tidak resmi|pribadi|luar|calling)|(?:lewat|pakai|bisa|ikut) jalur (?:sendiri|kita|kami|saya)`,
    {
      scope: 'away',
      denies: true,
      not: /jangan(?! lewat| ke| daftar)|bebas biaya|tanpa (?:calo|potongan|biaya)|no (?:hp|wa)|belum (?:[^ ]+ )?(?:opp|id|rekomendasi)|tidak bisa|tidak pernah|tidak ada (?:biaya|pungutan)|nol biaya|bukan (?:desa|dinas)|tidak dengan/,
    },
  ),
  p(
    'travel-cover',
    `(?:paket (?:wisata|tour|umrah|liburan)|tour|wisata|open trip|umrah|haji|ziarah)(?: [^ |]+){0,8}? (?:penempatan|sambil kerja|langsung kerja|cari kerja|plus kerja|sekalian kerja|di pabrik|tinggal kerja)|(?:berangkat|daftar|ikut|pakai)(?: [^ |]+){0,4}? (?:paket wisata|rombongan (?:turis|tour|wisata|umrah|ziarah)|travel umrah|grup (?:wisata|shopping|tour))|umrah plus|family gathering|tour leader(?: [^|]{0,80})? (?:dibayar|kerja|majikan)`,
    { scope: 'offer', not: /izin ppiu/ },
  ),
  p(
    'fake-helper',
    `(?:saya|dari|kami|ini)(?: [^ |]+){0,4}? (?:staf|petugas|pegawai|orang|tim|humas|admin|satgas|kompol|polisi|ipda|akp)(?: [^ |]+){0,4}? (?:kbri|kjri|kedutaan|imigrasi|m paspor|paspor|pelindungan|perlindungan|pemulangan|bp2mi|kp2mi|interpol|kemlu)(?=[^]{0,260} (?:uang\\w+|biaya|transfer|rekening|selip|titip))`,
    {},
  ),
  p(
    'paid-free-service',
    `(?:jasa|joki|dibikin|bikin|jual|bayar|beli|titip|terima)(?: [^ |]+){0,4}? (?:sduwhv|whv|surat dukungan|opp|eps|skck|id pmi|surat rekomendasi|rekomendasi|462|nilai eps|job order|kuota paspor|antrian paspor)|(?:sduwhv)(?: [^ |]+){0,5}? uang(?:besar|tinggi)|(?:sduwhv|whv|eps|nilai)(?: [^ |]+){0,4}? (?:dibikin|dibantu|diurus|bikin|naik|dinaik|dikatrol|tinggal diisi|jual)`,
    { scope: 'offer', not: /dana/ },
  ),
  p('social-media-ad', '(?:dm|inbox|pm)(?: for| me| ya| saja)?|japri|komen|follow|merapat'),
  p('chat-only', '(?:whatsapp|telegram|chat) (?:saja|only|kak|dulu)|gmail|forms gle|google form|bit ly'),
  p(
    'no-family-permit',
    `${no}(?: minta)? (?:izin|restu|pamit|persetujuan)(?: [^ |]+)? (?:suami|istri|keluarga|orang tua|wali|bapa|bapak|mama|mamak|ibu)|(?:ganti|menggantikan|gantikan)(?: [^ |]+)? izin orang tua|izin (?:suami|istri|keluarga|orang tua)(?: [^ |]+){0,4}? (?:${us} (?:urus|bikin)|dibikin|belakangan|bisa diatur|dipalsu|tidak (?:usah|perlu))`,
    { denies: true, scope: 'offer' },
  ),
  p(
    'false-identity',
    `(?:ktp|paspor|nama|identitas|kk|dokumen|surat|ijazah|sertifikat|buku pelaut|akta|ielts|data)(?: [^ |]+){0,4}? (?:orang lain|punya ${others}|orang (?:juga|bisa)|palsu|dipalsu|tembak|nembak|dipinjam|pinjam|mirip asli|scan edit|beli)|${near(any('pakai, pinjam, beli'), '(?:ktp|paspor|identitas|nama|data|buku pelaut|ijazah|foto)(?:nya)? (?:orang|adik|kakak|saudara|teman|punya|adikmu|kakakmu)', 2)}|pakai punya(?: dengan)? orang|muka mirip|(?:bisa|tinggal|cukup) ganti nama|paspor(?: dengan)? nama (?:baru|lain)|${seq(any('ktp, kk, akta, ijazah, sertifikat, umur, dokumen palsu'), '(?:biar )?(?:kita|kami|saya) (?:yang )?(?:bikin|atur|terbitkan|siapin|diatur)', 4)}|(?:dibikin|bikin|terbit)(?: [^|]{0,40})? mirip (?:asli|\\d+)|(?:surat|legalisir)(?: [^ |]+)? mirip|(?<!buku |latihan |soal |modul |voucher )(?:jft|ssw|n4|n5|bst|sertifikat)(?: [^ |]+){0,4}? (?:tinggal|bisa|cukup|langsung|mending|sudah) (?:beli|dibeli|nebus)|(?:jual|joki|nembak) (?:sertifikat|jft|ssw|n4|n5|bst)|tanda tangan(?: [^ |]+){0,4}? (?:tiru|ditiru|palsu|dipalsu)`,
    { not: /jangan|awas|rekening|nama panggilan/ },
  ),
  p(
    'passport-broker',
    `paspor(?: [^ |]+){0,4}? (?:tanpa|tidak(?: pakai| bakal| akan)?) (?:ditanya|ditanya2|tanya2|banyak tanya)|paspor(?: [^ |]+){0,4}? \\d hari (?:kelar|beres)`,
    {
      denies: true,
    },
  ),
  p(
    'false-identity',
    '(?:ijazah|rapor)(?: [^ |]+){0,2}? bisa (?:diatur|disiapin|disediain|dibeli)|(?:sertifikat|ijazah|medical|surat)(?: [^ |]+){0,4}? (?:template|templatenya|tinggal (?:tempel|cetak|isi nama|ganti nama)|tempel foto)',
    { scope: 'offer' },
  ),
  p(
    'no-family-permit',
    '(?:tidak (?:usah|perlu)|jangan)(?: pakai)? (?:minta|tunggu) restu|ganti izin (?:orang tua|suami|istri|keluarga)',
    { denies: true, requires: /\b(?:jemput|dijemput|berangkat)\b/ },
  ),
]
