import { type Pattern, pattern as p } from '../pattern.ts'
import { any, near, no, none, seq } from '../words.ts'

const role = any(
  'admin, cs, customer service, telemarketing, operator, typist, telesales, chatter, marketing, live streaming, streamer, host, data entry, sales online, staf chat, partner chat, translator, agent chat, org chat, model, talent, ketik, mengetik, ngetik, balas chat, balesin chat, balas pesan, membalas pesan, live host, chat room, medsos, sosmed',
)
const screen = any(
  'judi, slot, game, gaming, kasino, crypto, forex, trading, saham, investasi, bet, poker, toto, binary, online, medsos, sosmed, chat, penempatan, luar negeri, bule, mandarin, komputer, facebook, tinder, usdt, asrama, mess, apartemen',
)
const scamPlace = any(
  'laos, golden triangle, segitiga emas, bokeo, vietnam, filipina, filipin, manila, perbatasan, dubai, georgia, sri lanka, timor leste, malaysia',
)
const abroadGroom = any(
  'china, taiwan, korea, bule, wna, asing, hong kong, henan, fujian, turki, arab, jepang, singapura, pengusaha, koh, oppa, pakistan, india, luar',
)
const groomWords = any(
  'nikah, mahar, istri, pengantin, jodoh, calon istri, pasangan, lamaran, gadis, perempuan, seserahan, buku merah',
)

export const jobPatterns: readonly Pattern[] = [
  p('scam-job', `${role}(?: [^ ]+){0,14}? ${scamPlace}|${seq(scamPlace, role, 8)}`, {
    scope: 'abroad',
    not: /kebun|bp2mi|resmi|operator (?:pabrik|produksi|mesin|jahit|forklift)/,
  }),
  p('scam-job', near(role, screen, 6), { scope: 'abroad', not: /mesin|pabrik|pelatihan|webinar/ }),
  p(
    'scam-job',
    `${near(role, any('judi, slot, kasino, crypto, poker, forex'), 5)}|judi online|slot gacor|gacor|scatter|scam|scamming|love scam|(?:wpm|kata per menit)|platform investasi|aplikasi (?:jodoh|kencan)|rasa percaya|love scamming`,
    { scope: 'offer', not: /bukan scam|tidak scam/ },
  ),
  p(
    'scam-job',
    `digital marketing|ketik (?:cepat|\\d+)|(?:bisa|lancar|jago|cepat) (?:ngetik|mengetik|ketik|komputer)|(?:cari|ngobrol|chat|rayu|deketin|kenalan)(?: [^ |]+){0,4}? (?:bule|klien|customer|member|korban|target|nasabah)(?: [^ |]+)? ?(?:online|luar|aplikasi|chat)?`,
    { scope: 'abroad' },
  ),
  p(
    'internship-cover',
    `(?:magang|kuliah kerja|kkn|au pair|summer job|student job|pelajar|kuliah)(?: [^|]{0,120})? (?:talangan|ditalang|potong|dipotong|sks|full time|full kerja|${no} (?:kursus|tes|bahasa)|autodebet|denda|lembur|kerja penuh|langsung kerja|bpkb|sertifikat tanah)`,
    { scope: 'abroad', not: /beasiswa/ },
  ),
  p(
    'job-vague',
    `kerja(?:an)?(?: [^ |]+)? (?:apa saja|sudah (?:nunggu|tunggu|ada)|gampang|ringan|santai|enak|mudah|simpel|serabutan|bebas)|(?:enak|gampang|ringan) kerja|kebun remote|posisi (?:macam|bebas|apa saja)|${no} tahu kerja|kerja (?:nanti|di sana) (?:dikasih|lihat|ditentukan|diatur)|jenis kerja(?: [^ |]+){0,4}? (?:nanti|sana)|kerja(?: [^ |]+){0,4}? (?:dijelasin|dijelaskan|jelasin|diterangin|diterangkan|dikasih tahu|diomongin|dibahas|diceritain|diceritakan|dikasihtahu|diinfo|diinfokan)(?: [^ |]+){0,4}? (?:sampai|sana|tiba|lokasi)|tinggal (?:duduk|berangkat|bawa (?:badan|baju))|modal (?:badan|hp|nekat|berani)|cuma (?:bales|balas|duduk|jagain|nemenin|temani)`,
    { scope: 'away', not: /${no} gampang/ },
  ),
  p(
    'pay-too-good',
    `${none} (?:[^ |]+ )?(?:ijazah|pengalaman|skill|syarat|bahasa|pendidikan|keahlian|kriteria|wpm)|lulusan (?:apa saja|sd|smp)|semua (?:jurusan|umur)|(?:tidak )?bisa (?:tidak )?baca tulis`,
    {
      requires: /\b(?:uangbesar|uangtinggi|gaji)\b/,
      scope: 'away',
      denies: true,
      not: /jangan|tidak bisa (?:bahasa|ijazah)/,
    },
  ),
  p(
    'pay-too-good',
    `(?:gaji|hasil|penghasilan|bonus|komisi|cuan)(?: [^ |]+)? (?:gede|besar|fantastis|menggiurkan|tinggi|selangit|setara setahun|setaun|setahun|berkali|lipat|puluhan|dollar|dolar|ringgit|unlimited|tanpa batas)|(?:royal|kaya mendadak|cepat kaya|pulang kaya|balik modal)`,
    { scope: 'away', not: /tidak (?:gede|besar|tinggi)/ },
  ),
  p('high-pay', 'gaji(?: [^ |]+){0,6}? uang(?:besar|tinggi)|uangtinggi(?: [^ |]+)? bulan'),
  p(
    'bride-broker',
    `calon (?:istri|pengantin)|kawin kontrak|nikah kontrak|pengantin pesanan|${near(groomWords, abroadGroom, 8)}(?=[^]{0,200} (?:mahar|uang\\w+|emas|keluarga|foto|komisi|dikirim|dikasih|seserahan|hp|terbang|berangkat|sana))|nikah(?: [^ |]+){0,4}? langsung (?:berangkat|kerja|dibawa)|nikah(?: [^ |]+)? (?:pura|formalitas)|buku merah`,
    { not: /pernikahan|undangan|kua|reuni|bukan/ },
  ),
  p(
    'organ',
    `${near(any('donor, jual, beli, butuh, dicari, donorin, transplantasi, transplan, lepas, donasi'), any('ginjal, organ, sumsum, sehat, gol darah'), 3)}|donor hati|ginjal(?: [^ |]+){0,5}? (?:uang\\w+|kompensasi|imbalan)|${near(any('golongan darah, goldar, rhesus, cek lab'), any('kompensasi, imbalan, uangtinggi, non perokok'), 8)}|(?:gol|golongan) darah(?=[^]{0,160} (?:uang\\w+|kompensasi|imbalan))|(?:transplan|ruang bedah|penerima)(?=[^]{0,160} (?:uang|kompensasi|bilang))|hidup (?:pakai|dengan) (?:satu|1)(?: ginjal)?|(?:jual|lepas|donor|kasih) (?:satu|1|sebelah)(?: saja)? hidup(?: [^ |]+){0,2}? (?:normal|sehat)|sewa rahim|ibu pengganti|donor sel telur`,
    { not: /gagal ginjal|darah gratis|pmi pusat/ },
  ),
  p(
    'fishing-uncovered',
    `(?:kapal|abk|longline|long line|purse seine|squid)(?: [^ |]+){0,5}? (?:taiwan|china|eropa|spanyol|korea|longline|cumi|tuna|ikan|penangkap|abk|montevideo|fiji|somalia|afrika|uruguay|tengah laut|bendera|samudra|squid)|(?:butuh|jadi|kerja|lowongan|dicari)(?: [^ |]+)? abk|(?:taiwan|china|korea|jepang|spanyol)(?: [^ |]+){0,4}? abk|${no} buku pelaut|buku pelaut(?: [^ |]+){0,4}? (?:bikin|dibikin|menyusul|pakai punya)`,
    {
      not: /pesiar|kargo|tanker|feri|ferry/,
      scope: 'offer',
      unless: /\b(?:sip3mi|siuppak|pkl|syahbandar|(?:suami|anak|adik|kakak|ayah|bapak) saya abk)\b/,
      unlessNext: /^(?:sendiri|online)/,
    },
  ),
  p('bride-broker', 'visa pasangan', {
    unless: /\b(?:catatan sipil|capil|dukcapil|kua|saya nikah|suami saya|istri saya)\b/,
  }),
]
