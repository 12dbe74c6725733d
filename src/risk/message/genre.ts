import { any, whole } from './words.ts'

/** Who speaks or what is spoken of, where it stands among the first words: an office, a newsroom, a warning, a story. */
const opening = new RegExp(
  `^(?:(?!saya|kami|dari|paspor|yang|mau)[^ |]+ ){0,2}?${any(`imigrasi, kanim, kanwil, bp3mi, bp2mi, kp2mi, kbri, kjri, kdei, kemlu, kementerian, kemnaker, kedutaan, polisi, polda, polres, polsek, disnaker,
  pemerintah, pemkab, pemberitahuan, himbauan, imbauan, tips, kisah, kronologi, ciri, ciri2, waspada, thread, viral, pov, sosialisasi, berita, jaksa, hakim, pengadilan, kades, desa,
  kelurahan, yth, mohon maaf, maaf, hasil audit, alarm, cara, webinar, edukasi, klarifikasi, resensi, sinopsis`)}\\b`,
)
/** Words of news, warnings and refusals. */
const warning = whole(
  `waspada\\w*, awas, modus, penipuan, penipu, hoaks, hoax, ditipu, korban, tersangka, terdakwa, polda, polres, ditangkap, menangkap, dipulangkan, memulangkan, kemlu,
  mengimbau, imbau, imbauan, diduga, dijanjikan, dijanjiin, menjanjikan, disekap, digagalkan, gagalkan, menggagalkan, tppo, sindikat, mengatasnamakan, laporkan, pov,
  viral, lawantppo, (?:jangan|tidak) (?:mau|percaya|dipercaya|dibalas|ditanggapi|diladeni|tergiur|mudah|ikut (?:yang|orang|calo|ajakan)), tidak pernah (?:minta|meminta|merekrut|memungut|menunjuk|menarik), pidana, sosialisasi, edukasi, kenali, ciri (?:calo|loker|lowongan|penipu), ciri2,
  divonis, vonis, webinar, sinopsis, blokir, block, bukan (?:orang |dari )?kami, tidak (?:kami )?(?:dilayani|layani|melayani|bisa bantu|berhak), belum dibuka, masih ditutup, dicabut, berkedok, dideportasi, jangan ditiru, jaksa, hakim, pengadilan, menuntut, penjara, meninggal, almarhum\\w*, investigasi, tidak diakui,
  (?:hampir|nyaris) (?:saja )?(?:[^ |]+ )?(?:ke|berangkat|kena|ikut|ditipu|kejebak|terjebak|transfer|tergiur|percaya),
  untung(?:nya)? (?:[^ |]+ ){0,3}(?:tanya|cek|lapor|sadar|ketahuan|dicegah|dicek|curiga|dikasih tahu|belum (?:transfer|bayar|berangkat)),
  tolaklah, berkonsultasi, sebaiknya (?:ditolak|jangan|tanya), (?<!jangan |usah |perlu )(?:hubungi|tanya|tanyakan|lapor|datang|konsultasi|sampaikan|diskusi) (?:[^ |]+ ){0,2}(?:kbri|kjri|disnaker|bp3mi|polisi|kp2mi|110|1955|sbmi|kedutaan|dinas|kdei|halo|hotline)`,
  'g',
)
/** Words of people who tell what happened, or speak of others. */
const telling = whole(
  `tangkap, polisi, kementerian, masyarakat, warga, mencegah, nyegah, menunda, ditunda, dihentikan, dilarang, dilapor, pernah kena, untung, makanya, alhamdulillah, cerita, thread, bersyukur, ternyata, serikat, ingatkan, tangguhkan, pesan begini,
  saya di [^ |]+(?: [^ |]+)? \\d+ tahun, (?:balik|pulang) dari, petugas (?:tanya|ditanya), tidak tanya,
  palsu, materi, dijual, calo, berita, kasus, narasumber, novel, film, bahaya, sbmi, screenshot, tangkapan layar, kapok, trauma, hampir, awalnya, akhirnya, sekarang (?:saya|sudah|kerja|libur),
  penelepon, yang resmi, share ke, sebarkan, tolak, ditolak, sebaiknya, mohon, biyen, ditawarin, ditawari, ditawarkan, disuruh, dulu (?:juga|saya|pernah), waktu itu, kalau ada, jangan sampai,
  tanya balik, sudah \\d+ tahun, saya (?:dua|tiga|\\d+) tahun, kesusu, mengaku, calon pmi, pekerja migran, wni, pemohon, penumpang, ketentuan, sanksi, berhak, apa adanya, jujur, kalimat,
  itu kata, katanya, tadi, kemarin, pertanyaan, relawan, kini, ia, nonprosedural, merekrut, asal, terima kasih, apakah, bertanya, keluarga bilang, tki asal, tkw asal, direktur`,
  'g',
)
/** Weight that makes a report: one word alone is in many an advert ("bukan penipuan"). */
const ENOUGH = 3

/** Words of someone who wants an answer, money or people now, or who speaks for the recruiter. */
const inviting = whole(
  `minat, berminat, inbox, japri, dm, pm, merapat, buruan, slot, gas, yuk, ayo, komen, butuh(?! bantuan), dicari, siapa mau, ikut saya, kirim (?:cv|ktp|data|foto),
  hubungi (?:saya|admin|whatsapp), whatsapp (?:saja|saya|admin|kak|dulu), daftar sekarang, segera daftar, transfer (?:dulu|sekarang|hari ini), bisa dicicil, rekening (?:pribadi|saya),
  (?<!tidak )bisa (?:bantu|dibantu|diatur|diurus|dibikin), sini bikin, cukup bayar, gampang,
  (?:kami|kita|saya|tim|kakak|om|beta) (?:yang |bisa |siap |punya )?(?:resmi|urus|bantu|tanggung|jemput|antar|proses|berangkat|bikin|siapin|buka|kawal|carikan|tunggu|atur|kasih|tampung|sewa|talang|pinjam|kenalan|pegang)`,
)
/** Whether one word wants an answer, money or people. */
export const invites = (text: string): boolean => inviting.test(text)

const everyday = whole(
  `open trip, tour(?: [^ |]+)? \\d+, \\d+d\\d+n, (?:paket|promo|jual|travel|info travel|biro) (?:wisata|tour|tur|umrah|haji|liburan), ppiu, pihk, private tour, itinerary, trip, patungan, jamaah, muthawif, manasik, rombongan, ikut wisata,
  uang tur, tur, backpacker, study tour, tour guide, cuti, honeymoon, staycation, share biaya, share kost, oleh oleh, haji reguler, exchange, homestay`,
)
const community = whole(
  `iuran, arisan, infaq, infak, zakat, bansos, takziah, pengajian, posyandu, donor darah, undangan nikah, doa restu, promo, diskon, cicilan rumah, ongkir, seserahan`,
)
/** Someone leaves the group, or plays a part: no ordinary journey. */
const leaving = whole(
  `pisah, misah, pura, kabur, tinggalkan, tidak (?:usah )?(?:ikut|bareng), jangan (?:ikut|bareng), calo, bilang`,
)
/** Words of a family or friends on the way; two of them without money or work are a journey. */
const onTheWay = whole(
  `mama, papa, ayah, bunda, hotel, wisata, tiket pesawat, keluarga, koper, oleh oleh, penerbangan, menginap, jangan lupa, berobat, kuliah, sekolah, rumah sakit, jam berapa, anak anak`,
  'g',
)
const recruiting = whole(
  `bilang, kantor, jalan darat, dibikin, imigrasi, petugas, uang(?:besar|tinggi), visa kerja, bos, majikan`,
)
const working = whole(
  `(?<!jam |hari )kerja, gaji, lowongan, cari majikan, rumah majikan, agen, job, sambil, magang, penempatan, pabrik, kebun, tampung, permit, admin, cs, calon istri, dokumen palsu, donor(?! darah), ginjal, (?:perlu|butuh) \\d+ (?:tenaga|orang), kontrak (?:tetap|tetep|kerja), izin pt, lansia`,
)

/**
 * Whether a message offers no job at all, over the normalised words: it reports, warns or tells of offers, or belongs to
 * everyday life and travel. What it quotes is then no sign. One word that invites makes a report an offer again.
 */
export function isNoOffer(text: string): boolean {
  if (community.test(text) && !working.test(text)) return true
  if (everyday.test(text) && !working.test(text) && !leaving.test(text)) return true
  if (invites(text)) return false
  const isPrivate = !working.test(text) && !leaving.test(text) && !recruiting.test(text)
  if (isPrivate && new Set(text.match(onTheWay)).size >= 2) return true
  const heavy = new Set(text.match(warning)).size + (opening.test(text) ? 1 : 0)
  const light = new Set(text.match(telling)).size
  return heavy > 0 ? 2 * heavy + light >= ENOUGH : light > ENOUGH
}

const office =
  '(?:siskop2mi|bp3mi|disnaker|p3mi|web dinas|sistem|kjri|kbri|kdei|siapkerja|dinas|dinkes|syahbandar|atase|kadis|petugas|notaris)'
/** Ways in which an offer shows that it can be verified, asks for ability and costs nothing: by kind. */
const openness: readonly RegExp[] = [
  whole(
    `(?:cek|cocokkan|dicocokkan|cross cek|tanya|tanyakan|verifikasi|lihat|terdaftar|tayang|muncul|terdata|disahkan|legalisir|dilegalisir|diendorse|diendors|disaksikan|didampingi|dilepas|wawancara)(?: [^ |]+){0,5} ${office}`,
  ),
  whole(
    `ltsa, opp, sip2mi, job order, demand letter, calling visa, permintaan kerja, g to g, p to p, u to u, im japan, triple win, eps topik, ijepa, sp2t, visa nasional, calling`,
  ),
  whole(
    `(?:tanpa|bebas|tidak (?:dipungut|ada|memungut|menarik|dikenai|dipotong)|nol) (?:biaya|pungutan|potongan), dilarang (?:menarik|memungut), rp0, tidak memotong gaji, gratis`,
  ),
  whole(
    `kode (?:billing|bayar), virtual account, invoice, kasir, kuitansi, kwitansi, struk, rekening (?:pt|perusahaan|lembaga), kas negara, ke (?:kedutaan|kedubes|vfs|lembaga)`,
  ),
  whole(
    `pegang sendiri, dipegang sendiri, bawa pulang sendiri, dibawa pulang, tas saya sendiri, tidak (?:bisa |pernah )?(?:ditahan|menahan), simpan sendiri`,
  ),
  whole(
    `apa adanya, jujur, tidak (?:ada jaminan|menjanjikan|menjamin|bisa menjamin), belum tentu, tergantung (?:ujian|hasil|user), sebelum (?:terbang|berangkat|visa|naik kapal|tanda tangan|daftar),
  draft kontrak, draf kontrak, kontrak (?:dua|2) bahasa, bahasa indonesia, bulan proses, beberapa bulan`,
  ),
  whole(
    `sip3mi, siuppak, izin lpk, izin ppiu, pkl, berizin, terakreditasi, disnaker, dinas, kemnaker, bp3mi, terdaftar`,
  ),
  whole(
    `(?:wajib|syarat|min|minimal)(?: [^ |]+){0,3} (?:lulus|b1|b2|a2|n4|jft|jlpt|ielts|str|prometric|ssw|sertifikat|s1|d3|pengalaman|bst|sma|smk), lulus (?:jft|tes|ujian|kelas), jft, prometric, str aktif, kursus, kelas n4`,
  ),
]
const OPEN_ENOUGH = 3
/** Whether an offer says in several ways that it is open: signs that an honest offer may show too do not count in it. */
export const isOpen = (text: string): boolean =>
  openness.filter(kind => kind.test(text)).length >= OPEN_ENOUGH
