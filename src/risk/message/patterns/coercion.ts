import { type Pattern, pattern as p } from '../pattern.ts'
import { any, held, no, papers, seq, us } from '../words.ts'

const keep = any('pegang, simpan, tahan, bawa, amankan, simpankan, urus simpan, sita')
const harmless =
  /(?:bisa|dapat|sudah|boleh) (?:[^ ]+ )?diambil|tanda terima|fotokopi|scan|salinan|copy|legalisir|sendiri|loket|verifikasi|yang pegang paspor|sudah pegang|diserah (?:pt|perusahaan)|tidak (?:bisa|pernah)? ?ditahan/
/** The worker, or an officer who gives a receipt, holds the paper; or the word is of social security. */
const rightfulHolder =
  /^(?:(?:oleh|dengan|tetap|pada|di) )?(?:pekerja|pmi|cpmi|calon|pemilik|masing|anda|kamu|kalian|tangan (?:pekerja|pmi|anda)|(?:petugas|polisi|pihak) (?:bandara|imigrasi|bp3mi|bea|kbri|kjri)|imigrasi|sosial|kesehatan|hari tua|kecelakaan|kematian|nasional)(?! (?:yang kabur|wajib))/
const toOffice =
  /^(?:[^|]{0,40}(?:tanda terima|loket|bp3mi|disnaker|imigrasi|kedutaan|verifikasi|sendiri|fotokopi|muthawif|check in))/
const family = any(
  'keluarga, orang tua, suami, istri, siapa, siapapun, siapa2, orang, tetangga, polisi, teman, mama, bapak, mak, ibu, lapor, sopo sopo, sapa sapa, desa, kades, dulu, mamak, warga, rt, kakak, adik, bude, pakde, paman, saudara, abang',
)
const years = '(?:20(?:09|1\\d))'

export const coercionPatterns: readonly Pattern[] = [
  p('papers-held', `(?<!fotokopi |copy |scan |salinan |foto |apakah )${seq(papers, held, 5)}`, {
    not: harmless,
    unlessNext: new RegExp(`${rightfulHolder.source}|${toOffice.source}`),
  }),
  p(
    'papers-held',
    `(?<!fotokopi |copy |scan |salinan |foto )(?:(?:ijazah|kk|akta|sertifikat|buku nikah|dokumen)(?: [^ |]+)? ada (?:di|dengan) (?:tangan )?saya|(?:paspor|ktp|ijazah|kk|akta|sertifikat|buku nikah|dokumen)(?: [^ |]+)? ada (?:di|dengan) (?:tangan )?(?:kami|kita|agen|sponsor|bos|majikan|mandor|kantor(?! (?:desa|imigrasi|pos|lurah|camat|polisi|dinas|bp3mi|disnaker|kelurahan|pusat))))`,
    {
      scope: 'offer',
      unlessNext: /^(?:sendiri|bukan|semua masih|untuk (?:diproses|verifikasi)|bisa diambil)/,
    },
  ),
  p(
    'papers-held',
    `${seq(any('kirim, titip, serah, kumpul, setor, posin, taruh'), '(?:paspor|ijazah|dokumen|akta|sertifikat|kk|buku nikah)(?: [^ |]+){0,4}? asli', 2)}|${papers} asli(?: [^ |]+){0,4}? (?:ditinggal|tinggal|taruh|kirim|serah|kumpul|titip|pegang|bawa ke ${us})`,
    { scope: 'away', not: harmless, unlessNext: toOffice },
  ),
  p(
    'papers-held',
    `${seq(papers, `${us} (?:yang )?(?:[^ |]+ )?${keep}`, 4)}|${seq(papers, `dibawa ${us}`, 2)}|biar(?: [^ |]+)? (?:saya|kami|kita|dia|agen|kantor|majikan|sy) (?:yang )?${keep}|${us} (?:yang )?${keep}(?: [^ |]+)? ${papers}|${seq(papers, 'aman (?:dengan|di|sama) (?:kami|kita|saya|kantor|agen|majikan)', 3)}`,
    {
      scope: 'offer',
      unlessNext: /^sendiri/,
      not: /sendiri|bawa (?:surat|sertifikat|ktp|fotokopi|dokumen)|kak bawa|(?:dia|mas|mbak|bu|pak) bawa/,
    },
  ),
  p(
    'phone-held',
    `hp(?: [^ |]+){0,5}? (?:dititip|dikumpul|disita|dipegang|diserah|disimpan|ditahan|diambil|titip|kumpul|dimatiin|ditukar|dikontrol|dicek)|(?:titip|kumpul|serah|setor|matiin|matikan) hp|${seq(no, '(?:pegang|bawa|pakai|main) hp', 1)}|hp(?: [^ |]+){0,4}? (?:seminggu|sebulan|\\d jam|hari libur|libur saja)|hp (?:kantor|dari kantor) saja|(?:sim card|nomor)(?: [^ |]+){0,4}? (?:diganti|dibuang|dipatahkan)`,
    {
      scope: 'away',
      denies: true,
      not: /ujian|tes|cbt|wawancara|sambil nyetir|jam pelajaran|jangan (?:titip|serah|kumpul)|tidak (?:disita|ditahan|dititip|dikumpul|diambil|usah titip)|tidak punya/,
      unlessNext: /^(?:cuma |saja )?(?:selama|saat|waktu|pas) (?:ujian|tes|kelas|wawancara)/,
    },
  ),
  p(
    'threat',
    `(?:awas|waspada|jangan macam|macam)(?: saja)? (?:kalau)|(?:kalau|lapor|kabur|mundur)(?: [^ |]+){0,6}? (?:tahu sendiri|akibat|akibatnya|resiko|santet|penjara|dikejar|preman|viralkan|bunuh|habisi|dilapor|dipolisikan|dituntut|pidana|dipidana|urusan panjang|sawah\\w*(?: [^ |]+)? disita)|kena tagih|ditagih terus|diproses pidana|(?:rumah|sawah|sawahnya|tanah|motor)(?: [^ |]+){0,4}? disita|keluarga(?:mu)?(?: [^ |]+){0,4}? (?:celaka|menanggung)`,
    { scope: 'away', not: /kena tipu|tanggung jawab/ },
  ),
  p(
    'confined',
    `(?:tidak|belum|dilarang|jangan)(?: [^ |]+)? (?:keluar|pulang|bisa keluar|bisa pulang|ketemu (?:orang|keluarga))(?! (?:uang|biaya|apa|duit|nama))|dikurung|disekap|keluar(?: [^ |]+){0,4}? (?:seminggu|sebulan) sekali|ditemani security|dikunci (?:dari|di)|(?:pintu|gerbang|mess|asrama|gedung|kompleks|apartemen)(?: [^ |]+){0,4}? (?:dikunci|dijaga|digembok)|(?:mess|asrama|gedung|tempat kerja)(?: [^|]{0,40})? ${no}(?: [^ |]+)? keluar`,
    { scope: 'abroad', denies: true, not: /belum (?:bisa )?(?:pulang|keluar)$|tidak keluar/ },
  ),
  p(
    'confined',
    `(?:belum|tidak)(?: bisa)? pulang (?:kampung|sebelum|kalau|dulu)|belum lunas(?: [^ |]+){0,4}? belum bisa|lunas baru bisa (?:pulang|pulkam|keluar)|penampungan(?: [^|]{0,60})? tidak bisa`,
    { scope: 'away', denies: true },
  ),
  p(
    'secrecy',
    `${seq('(?:jangan|tidak usah|tidak perlu)(?: sampai)?', `(?:lapor|cerita|diceritain|diceritakan|kasih tahu|dikasih tahu|bilang|omong|ngasih tahu|dikasih|ketahuan|heboh|ramai|rame|share|posting|upload|sebar|disebar|nyebar)(?: [^ |]+){0,4}? ${family}`, 2)}|(?:jangan|tidak usah) (?:lapor|disebar|sebar|posting|rame|ramai|heboh|share)|hapus (?:chat|pesan|percakapan|medsos|riwayat|wa)|(?:chat|medsos|pesan)(?: [^ |]+){0,4}? (?:hapus|dihapus)|(?:jangan|tidak usah|tidak perlu) (?:viral\\w*|diviral\\w*|(?:ke|hubungi|telpon|panggil|libatkan|bawa) (?:polisi|kbri|kjri|media|wartawan))|(?:otomatis|24 jam) (?:hilang|ilang|lenyap)|(?:hilang|ilang|hapus|dihapus) otomatis|pesan sementara|diam diam|antara kita|(?:harus|wajib|tetap|ini|jaga) rahasia|${any('istri, suami, keluarga, orang tua, mama')} (?:jangan|tidak usah|tidak perlu)(?: [^ |]+)? (?:tahu|dikasih|bilang)|grup (?:tertutup|rahasia)|(?:ke|dengan) (?:suami|istri|orang tua|keluarga|mama|mamak|mertua)(?: [^ |]+)? bilang(?:nya)? (?:saja |mau |ke |di )?(?!dulu|terus|apa|baik|jujur|minta|kalau|sudah|terima)[^ |]+(?: [^ |]+)? ?(?:saja)|(?:suami|istri|orang tua|keluarga|mama|mamak|mertua)(?: (?:tanya|ditanya|cukup))? bilang (?:saja|di|mau|ke)(?! (?:saya|aku|mama|papa|masih|lagi|sudah|belum|nanti|dia)\\b)`,
    {
      scope: 'away',
      denies: true,
      unless: /\b(?:password|kata sandi|pin|otp)\b/,
      not: /bilang (?:tidak|mau|kerja|wisata)|jangan bilang(?: [^ ]+)? (?:kerja|bayar)/,
      unlessNext:
        /^(?:foto|data|ktp|paspor|kode|otp|pin|nomor|hoaks|hoax|berita|dokumen|info(?:rmasi)? (?:palsu|hoaks|hoax))/,
    },
  ),
  p('under-18', '(?:umur|perempuan|laki) 1[0-7] \\d\\d(?! (?:bulan|hari))'),
  p(
    'under-18',
    `umur 1[0-7](?! (?:bulan|hari))|(?:umur|anak)(?: [^ |]+){0,4}? di ?bawah (?:umur|1[0-8])|belum (?:18|punya ktp|ktp|cukup umur)|masih sekolah|(?:lahir|kelahiran) ${years}|anaknya? (?:15|16|17|14)|(?:14|15|16|17) (?:tahun|thn|-?1[5-9])(?: [^ |]+){0,4}? (?:bisa|ikut|berangkat|gapapa|tidak apa)|anak (?:smp|sma|smk)(?: [^ |]+)? (?:bisa|ikut)|dibawah umur|umur kurang`,
    { scope: 'offer' },
  ),
  p(
    'age-changed',
    `(?:umur|lahir|ktp|akta|tahun lahir|ttl|kk|tanggal lahir)(?: [^ |]+){0,4}? (?:dituai|dituain|dituakan|ditua|tua|dinaik|naik|diubah|ubah|diganti|ganti|ditambah|tambah|dimuda|dikecilin|dikecilkan|disesuaikan|bisa diatur|diatur|dikoreksi|diedit|jadi (?:1[89]|[234]\\d)|bikin (?:1[89]|2\\d)|dibikin(?: [^ |]+)? (?:1[89]|2\\d)|urus biar jadi)|(?<!orang )(?:tua|naik|tambah|ubah|ganti)(?: [^ |]+){0,4}? (?:umur|akta|tahun lahir|tanggal lahir|ktp)|jadi su(?:dah)? (?:1[89]|2\\d)`,
    { scope: 'offer', not: /pengadilan|jangan|perubahan data|tahun depan|ganti ktp hilang|minimal/ },
  ),
  p(
    'age-changed',
    `(?:akta|ktp|umur)(?: [^|]{0,60})? jadi (?:sudah )?(?:1[89]|[234]\\d|19\\d\\d|200[0-7])\\b`,
  ),
  p(
    'age-changed',
    '(?:kk|akta|ktp|data|lahir|umur)(?: [^ |]+){0,4}? (?:dibenerin|dibenarkan|benerin|dibetulin|betulin|dirapikan|dirapiin|rapihin|dibenahi|diakali|diakalin|dipermak|dimundurin|dimajuin|disulap)',
    {
      requires:
        /\b(?:umur(?: [^ |]+){0,3}? (?:kurang|belum|kemudaan|kemudahan|kekecilan)|kurang(?: [^ |]+){0,2}? (?:umur|setahun|bulan|tahun)|belum (?:cukup umur|17|18|19|20|21))\b/,
      unlessNext: /^[^|]{0,40}(?:dukcapil|capil|pengadilan)/,
    },
  ),
  p('age-changed', `umur(?: [^ |]+){0,4}? (?:dituai|dituakan|dinaik|ditua|diubah)`),
  p(
    'secrecy',
    `(?:jangan|tidak usah) (?:pasang|bikin|unggah) status|foto(?: [^ |]+)? jangan (?:dipasang|dijadikan|ditaruh)(?: [^ |]+)? (?:status|story|profil)|pamit(?:nya)?(?: [^ |]+){0,6}? padahal|keluarga(?: besar)? (?:jangan|tidak usah|tidak perlu) (?:dirapat\\w*|dilibat\\w*|ikut campur)`,
    { scope: 'away', denies: true },
  ),
  p('secrecy', 'grup(?: [^ |]+){0,4}? (?:dibubarin|dibubarkan|bubarkan|bubarin|bubar|dihapus|hapus)', {
    denies: true,
    requires: /\b(?:h 1|berangkat|penerbangan|bandara|lolos)\b/,
    not: /jangan/,
  }),
  p(
    'secrecy',
    '(?:bapak|ayah|kakak|mertua|paman)(?: [^ |]+)? (?:jangan|tidak usah|tidak perlu)(?: sampai)? (?:tahu|dikasih tahu)',
    {
      scope: 'away',
      denies: true,
      requires: /\b(?:berangkat|kerja|paspor|tanda tangan)\b/,
    },
  ),
]
