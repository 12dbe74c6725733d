import type { Scope } from './pattern.ts'
import { abroadPlaces, any, closed, gulf } from './words.ts'

const whole = (source: string) => new RegExp(`\\b(?:${source})\\b`)

const offering = whole(
  `kerja|kerjaan|gaji|lowongan|majikan|agen|job|magang|penempatan|dicari|butuh (?:\\d+|cepat|orang|perempuan|laki)|rekrut|rekrutmen|admin|operator|cs|abk|sponsor|calo|kontrak|pabrik|kebun|tki|tkw|pmi|cpmi|staf|staff|waiter|pelayan|cook|koki|terapis|therapist|asisten rumah tangga|baby sitter|komisi|whv|sduwhv|462|p3mi|merapat|jasa|(?:yang|siapa) mau|penampungan|skema|program|ausbildung|petik|mahar|calon istri|kapal|kurir|telesales|bos|lansia|caregiver|eps|calon|posisi|iqamah|permit|buku pelaut|imigrasi|petugas|konter|mess|pt|disnaker|bp3mi|hk|bayar|dp`,
)
const abroad = whole(
  `${abroadPlaces}|${closed}|${gulf}|usd|usdt|dolar|dollar|ringgit|riyal|real|yen|won|paspor|visa|pmi|cpmi|tki|tkw`,
)
const home = whole(
  any(`jakarta, surabaya, bandung, semarang, medan, bekasi, depok, tangerang, bogor, cikarang, karawang, purwakarta, yogyakarta, jogja,
  solo, malang, sidoarjo, gresik, makassar, denpasar, bali, palembang, lampung, pekanbaru, balikpapan, samarinda, morowali,
  umr, umk, ump, cirebon, ciledug, cibubur, serpong, bsd, pik, banjarmasin, pontianak, manado, padang, jambi,
  bengkulu, kendari, kupang, mataram, lombok, ciputat, cilegon, serang, tegal, pekalongan, kudus, jepara, magelang, kediri,
  banyuwangi, jember, merak, ternate, ambon, jayapura, sorong, sukabumi, tasikmalaya, garut, cianjur, subang, indramayu,
  outlet, olshop, umkm, shopee, gojek, grab, koperasi`),
)

/** Words of news, warnings, refusals; and of people who tell what happened. A word of the first kind weighs twice. */
const warning =
  /\b(?:waspada|hati hati|awas|modus|penipuan|penipu|hoaks|hoax|ditipu|korban|tersangka|polda|polres|ditangkap|menangkap|dipulangkan|memulangkan|kemlu|mengimbau|imbau|imbauan|diduga|dijanjikan|dijanjiin|menjanjikan|disekap|digagalkan|gagalkan|menggagalkan|tppo|sindikat|nonprosedural|mengatasnamakan|laporkan|pov|viral|jangan (?:mau|percaya|tergiur|mudah)|tidak pernah (?:minta|meminta|merekrut|memungut|menunjuk)|pidana|sosialisasi|edukasi|kenali|ciri ciri|terdakwa|divonis|vonis|webinar|sinopsis|blokir|block|bukan (?:orang )?kami|tidak (?:kami )?(?:dilayani|layani|bisa bantu|berhak)|belum dibuka|masih ditutup|tolaklah|berkonsultasi|sebaiknya (?:ditolak|jangan|tanya)|(?:hubungi|tanya|tanyakan|lapor|konsultasi|sampaikan|diskusi) (?:[^ |]+ ){0,2}(?:kbri|kjri|disnaker|bp3mi|polisi|kp2mi|110|sbmi|kedutaan|dinas|kdei|halo))\b/g
const telling =
  /\b(?:tangkap|polisi|kementerian|masyarakat|warga|mencegah|nyegah|menunda|ditunda|dihentikan|dilarang|dilapor|pernah kena|untung|makanya|alhamdulillah|cerita|thread|palsu|materi|dijual|calo|berita|kasus|narasumber|novel|film|bahaya|sbmi|screenshot|tangkapan layar|kapok|trauma|hampir|awalnya|akhirnya|sekarang (?:saya|sudah|kerja|libur)|penelepon|yang resmi|share ke|sebarkan|tolak|ditolak|sebaiknya|mohon|biyen|ditawarin|ditawari|ditawarkan|disuruh|dulu (?:juga|saya|aku|pernah)|waktu itu|kalau ada|jangan sampai|tanya balik|sudah \d+ tahun|saya (?:dua|tiga|\d+) tahun|kesusu|palsu|mengaku)\b/g

/** Words of someone who wants an answer, money or people now. */
const inviting =
  /\b(?:minat|berminat|inbox|japri|dm|pm|merapat|buruan|slot|gas|yuk|ayo|komen|butuh(?! bantuan)|dicari|siapa mau|ikut saya|kirim (?:cv|ktp|data|foto)|hubungi (?:saya|admin|whatsapp)|whatsapp (?:saja|saya|admin|kak|dulu)|daftar sekarang|segera daftar|transfer (?:dulu|sekarang|hari ini)|(?:kami|kita|saya|tim) (?:yang |bisa |siap )?(?:resmi|urus|bantu|tanggung|jemput|antar|proses|berangkat|bikin|siapin|buka|kawal|carikan|tunggu)|bisa dicicil|rekening (?:pribadi|saya)|ikut (?:yuk|aja))\b/
const travelling =
  /\b(?:open trip|(?:paket|promo|jual|travel|info travel|biro) (?:wisata|tour|tur|umrah|haji|liburan)|ppiu|pihk|private tour|itinerary|trip|patungannya|jamaah|muthawif|manasik|rombongan|ikut wisata|uang tur|tur|patungan|backpacker|study tour|tour guide|cuti|honeymoon|staycation)\b/
const working =
  /\b(?:kerja|gaji|lowongan|cari majikan|rumah majikan|agen|job|sambil|magang|penempatan|pabrik|kebun|tampung|permit)\b/
/** Weight that makes a report: one word alone is in many an advert ("bukan penipuan"). */
const ENOUGH = 3
/** A message of so few words says too little about itself: it is read as a piece of an offer. */
const FEW_WORDS = 8

/** Signs that an offer can be verified and costs nothing, by kind: what someone who hides something seldom says. */
const openness: readonly RegExp[] = [
  whole(
    '(?:cek|cocokkan|cross cek|tanya|tanyakan|verifikasi|lihat|terdaftar|tayang|muncul|terdata)(?: [^ |]+){0,5} (?:siskop2mi|bp3mi|disnaker|p3mi|web dinas|sistem|kjri|kbri|siapkerja)',
  ),
  whole(
    'ltsa|opp|sip2mi|job order|demand letter|calling visa|permintaan kerja|(?:disahkan|legalisir|dilegalisir|diendorse|diendors|disaksikan|didampingi|dilepas|verifikasi|wawancara)(?: [^ |]+){0,5} (?:kbri|kjri|kdei|bp3mi|disnaker|dinas|syahbandar|atase|dinkes|kadis|petugas)|(?:g to g|p to p|u to u|im japan|triple win|eps topik|ijepa|sp2t)',
  ),
  whole(
    '(?:tanpa|bebas|tidak (?:dipungut|ada|memungut|menarik|dikenai|dipotong)|nol) (?:biaya|pungutan|potongan)|dilarang (?:menarik|memungut)|rp0|tidak memotong gaji|tidak ada (?:biaya|pungutan)|gratis',
  ),
  whole(
    'kode (?:billing|bayar)|virtual account|invoice|kasir|kuitansi|kwitansi|struk|rekening (?:pt|perusahaan)|kas negara|(?:langsung )?ke (?:kedutaan|kedubes|vfs)',
  ),
  whole(
    'pegang sendiri|dipegang sendiri|bawa pulang sendiri|dibawa pulang|tas (?:saya|gue) sendiri|tidak (?:bisa |pernah )?(?:ditahan|menahan)|simpan sendiri',
  ),
  whole(
    'apa adanya|jujur|tidak (?:ada jaminan|menjanjikan|menjamin|bisa menjamin)|belum tentu|tergantung (?:ujian|hasil|user)|sebelum (?:terbang|berangkat|visa|naik kapal|tanda tangan|daftar)|draft kontrak|draf kontrak|kontrak (?:dua|2) bahasa|berbahasa indonesia|bahasa indonesia',
  ),
  whole('sip3mi|siuppak|izin lpk|izin ppiu|pkl|berizin|terakreditasi|disnaker|dinas|kemnaker|bp3mi'),
]
const OPEN_ENOUGH = 3

/** What a message is, as far as it decides which signs count. */
export type Context = Readonly<{
  /** It reports, warns, tells or sells a journey: nothing it says is an offer. */
  isNoOffer: boolean
  /** It says in several ways that it can be verified and costs nothing: its soft signs do not count. */
  isOpen: boolean
  has: Readonly<Record<Scope, boolean>>
}>

/** Reads the context off the normalised words. One word that invites makes a message an offer, whatever it warns of. */
export function contextOf(text: string): Context {
  const isAbroad = abroad.test(text)
  const journey = travelling.test(text) && !working.test(text)
  const weight = 2 * new Set(text.match(warning)).size + new Set(text.match(telling)).size
  const invites = inviting.test(text)
  const isShort = text.split(' ').length <= FEW_WORDS
  return {
    isNoOffer: journey || (!invites && weight >= ENOUGH),
    isOpen: openness.filter(kind => kind.test(text)).length >= OPEN_ENOUGH,
    has: {
      offer: offering.test(text) || isShort || (isAbroad && invites),
      away: !home.test(text) || isAbroad,
      abroad: isAbroad,
    },
  }
}
