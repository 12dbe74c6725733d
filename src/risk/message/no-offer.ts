/** Words of news, warnings and victims' accounts. */
const reporting =
  /\b(?:waspada|hati hati penipuan|modus|penipuan|penipu|(?:ke|ter|di|kena )tipu|korban(?:nya)?|tersangka|polisi|polda|polres|(?:di)?tangkap|menangkap|(?:di|me)?pulangkan|dipulangkan|memulangkan|kemlu|kementerian|mengimbau|imbauan|masyarakat|diduga|dijanjikan|disekap|digagalkan|menggagalkan|mencegah|menunda|ditunda|tppo|sindikat|nonprosedural|dihentikan|dilarang|mengatasnamakan|laporkan|jangan (?:mau|percaya|berangkat|tergiur)|hubungi (?:bp3mi|disnaker|polisi|110)|tidak pernah meminta)\b/g
/** Words of someone who wants an answer, money or people now. */
const inviting =
  /\b(?:minat|berminat|inbox|japri|dm|pm|merapat|buruan|slot|gas|gaskeun|yuk|ayo|komen|butuh|dicari|mencari|dibutuhkan|siapa mau|ikut saya|kirim (?:cv|ktp|data|foto)|hubungi (?:saya|admin|wa|kami)|wa (?:saja|saya|admin|kak|dulu|aku)|daftar sekarang|segera daftar|transfer (?:dulu|sekarang|hari ini))\b/
const travelling =
  /\b(?:open trip|(?:paket|promo|jual) (?:wisata|tour|tur|umrah|haji|liburan)|ppiu|pihk|private tour)\b/
const working = /\b(?:kerja|gaji|lowongan|majikan|agen|job|sambil|magang|penempatan)\b/
/** Different words of reporting that make a report: one alone is in many an advert ("bukan penipuan"). */
const ENOUGH = 2

/**
 * Whether a message offers no job at all, over the normalised words: it reports or warns of offers, or sells a journey. What
 * it quotes is then no sign. One word that invites makes it an offer again, whatever it warns of.
 */
export function isNoOffer(text: string): boolean {
  if (travelling.test(text) && !working.test(text)) return true
  if (inviting.test(text)) return false
  return new Set(text.match(reporting)).size >= ENOUGH
}

const home =
  /\b(?:jakarta|surabaya|bandung|semarang|medan|bekasi|depok|tangerang|bogor|cikarang|karawang|purwakarta|yogyakarta|jogja|solo|malang|sidoarjo|gresik|makassar|denpasar|bali|palembang|lampung|pekanbaru|balikpapan|samarinda|morowali|indomaret|alfamart|umr|umk)\b/
const abroad =
  /\b(?:luar negeri|visa|paspor|terbang|penempatan|tki|pmi|p3mi|usd|dollar|dolar|malaysia|singapura|singapore|kamboja|thailand|myanmar|laos|vietnam|filipina|taiwan|hongkong|hong kong|korea|jepang|china|macau|brunei|saudi|dubai|uea|qatar|oman|kuwait|bahrain|yordania|turki|polandia|jerman|italia|australia|selandia|kanada|eropa|bavet|phnom penh|johor|penang|kuala lumpur)\b/

/** Whether a message speaks of a place in Indonesia and of nothing abroad: an easy job at once is then an ordinary advert. */
export function isAtHome(text: string): boolean {
  return home.test(text) && !abroad.test(text)
}
