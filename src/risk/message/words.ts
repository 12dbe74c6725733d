/** Classes of words that patterns are composed of, in canonical spelling (see `lexicon.ts`). Each is one bracketed alternation. */

/** One of these, which stand between commas. */
export const any = (words: string) => `(?:${words.split(/,\s+/).join('|')})`
/** An expression that finds one of these as whole words. */
export const whole = (words: string, flags = '') => new RegExp(`\\b${any(words)}\\b`, flags)
/** `first`, at most `gap` other words of the same clause, `second`. */
export const seq = (first: string, second: string, gap = 5) => `${first}(?: [^ |]+){0,${gap}}? ${second}`
/** The two in either order. */
export const near = (first: string, second: string, gap = 5) =>
  `(?:${seq(first, second, gap)}|${seq(second, first, gap)})`

export const no =
  '(?:(?:tidak|jangan)(?: (?:ada|pakai|perlu|usah|wajib|pernah|lewat|butuh|mau|bisa|ke|jadi|dengan|yang|untuk|dulu))*|tanpa(?: (?:perlu|wajib|ada|pakai|lewat))?)'
/** Also in the short style of adverts: "no interview, bebas tes". */
export const none = `(?:${no}|no|nol|bebas|non|anti)`
/** The recruiter's side. */
export const us =
  any(`kita, kami, saya, kantor, agen, pt, perusahaan, majikan, leader, hrd, hr, sponsor, mandor, admin,
  koordinator, pihak, mereka, manajemen, manager, tour, tl, mess, guide, lpk, kampus, dia, pak, bu,
  haji, asrama, sana, penampungan, bosnya, security, pengurus, ketua, panitia, supir, sopir, mama, mami`)
/** A person to whom one would pay. */
export const person =
  any(`saya, pribadi, istri, suami, bu, ibu, bapak, pak, bpk, kak, kaka, mas, mbak, bang, haji, ustad, ustadz,
  adik, kakak, teman, koordinator, sponsor, agen, calo, anak, ponakan, keponakan, mertua, kyai, om,
  koh, ci, bendahara, mr, bunda`)
export const say =
  any(`bilang, alasan, pura, seolah, katanya, tulis, tulisnya, isi, ngisi, cerita, kesannya, anggap, ceritanya, ngarang, tujuan,
  keperluan`)
/** What one says to be abroad for. */
export const purpose = any(`wisata, turis, umrah, ziarah, kunjungan, family gathering`)
/** Purposes that count only where the border is spoken of. */
export const pretext = any(`jalan, main, saudara, family, gathering, nonton, belanja,
  shopping, berobat, medical check, kondangan, studi banding, kuliah, seminar, pelatihan, pacar, suami,
  istri, konser, tour, tur, trip, lomba, rombongan, guru, tamu, kursus, dagang, jualan, gratis semua, sepupu, penerima`)
export const visit =
  any(`turis, wisata, kunjungan, ziarah, umrah, bebas visa, voa, on tiba, social, transit, eta,
  schengen wisata, c3, c 3, melawat, lawatan, evisitor, b211, undangan`)
export const border =
  any(`petugas, imigrasi, bandara, konter, counter, loket, polisi, kanim, disnaker, officernya, autogate,
  boarding, bp3mi, kbri, kjri, inspeksi, razia, polis, avsec, askar`)
/** After arrival. */
export const later =
  '(?:sana|lokasi|menyusul|belakangan|tiba|(?:pas|begitu|setelah|habis|kalau|baru|saat|waktu|selesai|stlh|setiba)(?: [^ |]+)? (?:sampai|tiba|turun)|sampai (?:sana|lokasi|tujuan|negara|tempat|kota)|on tiba|di (?:kapal|mess|atas kapal))'
export const papers =
  any(`paspor, ijazah, dokumen, ktp, kk, akta, buku nikah, surat nikah, surat, sertifikat, bpkb, buku pelaut,
  zairyu card, arc, iqamah, atm, buku tabungan, hkid, booklet, sim, kartu keluarga`)
/** Done to a thing by someone who keeps it. */
export const held =
  any(`ditahan, dipegang, disimpan, dititip, dikumpul, diserah, disetor, disita, diambil, amankan, ditaruh,
  taruh, ditarik, dikunci, ditinggal, titip, brankas, laci, digembok, jadi jaminan, untuk jaminan, jaminan,
  sebagai jaminan`)
/** Someone whose name or paper is not the worker's own. */
export const others = any(
  'orang, adik, kakak, teman, ponakan, keponakan, saudara, sepupu, tetangga, kembaran, mertua, almarhum, almarhumah, tante, bibi',
)
export const money = '(?:uangbesar|uangtinggi)'
export const anyMoney = '(?:uangkecil|uangbesar|uangtinggi)'
export const offices =
  any(`disnaker, bp3mi, bp2mi, ltsa, rekomendasi, rekom, opp, blk, prosedur, dinas, depnaker, disnakertrans,
  siskop2mi, sip2mi, siapkerja, p3mi, birokrasi, kemnaker, kp2mi, id pmi, kelurahan, desa, kades, lurah, orientasi`)
/** No placement by Indonesia: Cambodia, Myanmar, Thailand. */
export const closed =
  any(`kamboja, phnom penh, poipet, bavet, sihanoukville, sihanouk, siem reap, koh kong, kampot, chrey thom,
  bokor, svay rieng, myanmar, yangon, myawaddy, tachileik, shwe kokko, kk park, laukkaing, laukkai,
  thailand, bangkok, mae sot, phuket, pattaya, chiang (?:mai|rai), hat yai, don mueang`)
/** Middle East, where placement with households is closed. */
export const gulf =
  any(`saudi, riyadh, jeddah, mekkah, madinah, dammam, uea, dubai, abu dhabi, sharjah, qatar, doha, kuwait,
  oman, muscat, bahrain, irak, iraq, erbil, suriah, yaman, lebanon, libya, mesir, timur tengah,
  timteng, jordan, yordania, amman, jok saudi`)
export const household =
  any(`asisten rumah tangga, rumah tangga, baby sitter, pengasuh, di rumah, rumah majikan, majikan perempuan,
  (?:jaga|asuh|rawat|momong|ngemong|jagain|urus) (?:anak|bayi|budak|lansia|orang tua|nenek|kakek|oma|opa),
  (?:beres|urus|bersih|bersihin|bebersih) rumah, (?:dengan|di|ikut|ke) keluarga,
  cuci (?:baju|setrika|gosok), masak, setrika, majikan, rumah siapa, sopir (?:pribadi|keluarga), nenek,
  momong`)
/** Abroad, at the places that adverts name. */
export const abroadPlaces =
  'luar negeri|malaysia|singapura|kamboja|thailand|myanmar|laos|vietnam|filipina|filipin|manila|taiwan|hong kong|korea|jepang|china|macau|makau|brunei|saudi|dubai|uea|abu dhabi|qatar|doha|oman|kuwait|bahrain|yordania|jordan|turki|polandia|jerman|italia|spanyol|portugal|serbia|hungaria|kroasia|rumania|ceko|slovakia|belanda|perancis|prancis|inggris|uk|australia|selandia|new zealand|kanada|canada|amerika|eropa|maladewa|maldives|fiji|papua nugini|afrika|timur tengah|bavet|phnom penh|poipet|sihanoukville|bangkok|phuket|mae sot|myawaddy|golden triangle|segitiga emas|johor|penang|pahang|sabah|sarawak|tawau|kuching|miri|bintulu|lahad datu|kuala lumpur|kl|selangor|klang|perth|melbourne|sydney|osaka|tokyo|nagoya|seoul|busan|jeju|taipei|taichung|kaohsiung|riyadh|jeddah|mekkah|madinah|moskow|moc bai|kota kinabalu|entikong|serian|delhi|india|saigon|ho chi minh|hanoi|guangzhou|henan|fujian|guangdong|zhejiang|hunan|hainan|beijing|lisbon|praha|shanghai|macao|riau lintas|rusia|kaledonia|cyprus|siprus|malta|israel|irak|libya|mesir'
