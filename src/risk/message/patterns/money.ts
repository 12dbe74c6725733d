import { type Pattern, pattern as p } from '../pattern.ts'
import { any, anyMoney, money, near, none, person, seq, us } from '../words.ts'

/** Costs that people do pay, to a school, a clinic or an office. */
export const ownCosts =
  /kursus|les|ujian|tes|pelatihan|kuliah|sekolah|hidup|sewa|kos|asuransi|spp|listrik|gaji|visa fee|mcu|vaksin|wisata|seragam sekolah|tiket pulang|hotel|denda|tidak|tanpa|nol|ditanggung|dana|pajak|kredit motor|gadai|keluarga|suami|istri|orang tua|saku/
const toOffice =
  /^[^|]{0,60}?(?:kedutaan|kedubes|kode (?:billing|bayar)|virtual account|kas negara|pnbp|(?<!tanpa |tidak ada |ada )(?:kuitansi|kwitansi)|ada (?:kuitansi|kwitansi)|invoice|kasir|klinik|vfs|rekening (?:perusahaan|pt|resmi|lembaga|yayasan)|an perusahaan|struk|bank langsung|ditanggung|maksimal|diganti (?:majikan|perusahaan)|per level|dicatat atas nama (?:peserta|calon|pekerja|siswa)|tabungan (?:atas nama )?(?:peserta|calon|pekerja|siswa))/
const feeWord = any(
  'biaya, bayar, dp, setor, modal, tebus, administrasi, total, cukup, jasa, siapkan, sediakan, sediain, titip, kirim, transfer, deposit, uang jaminan, jaminan, uang muka, bawa, siapin, kena, pembayaran, investasi, all in, charge, keluar, minta',
)
const advance = any(
  'uang, dana, fee, santunan, kompensasi, pesangon, uang saku, saku, dp, bonus, gaji, uang tinggal, cash, tunai',
)
const kin = any(
  'keluarga, suami, istri, orang tua, anak, ibu, emak, mak, bapak, mama, ibunya, ortunya, anaknya, suaminya, keluarganya, rumah, side, nenek',
)
const monthly = '(?:\\d+|beberapa|satu|dua|tiga|enam|tujuh|delapan) ?(?:bulan|x|kali)'

export const moneyPatterns: readonly Pattern[] = [
  p(
    'fee-to-person',
    `(?:tanpa|tidak (?:ada|pakai|perlu)) (?:kwitansi|kuitansi|nota|bukti (?:bayar|transfer))|rekening pribadi|rekening(?: [^ |]+)? (?:atas nama|a n|an)(?! (?:pt|cv|perusahaan|yayasan|lpk|lembaga|sendiri|masing|kamu|anda|pmi|cpmi|tki|pekerja|calon|nasabah|pemilik|peserta|siswa|kalian|yang bersangkutan)) (?:${person}|[^ |]+)`,
    {},
  ),
  p(
    'fee-to-person',
    `(?<!iuran )(?:transfer|kirim|setor|bayar|titip|serahin|tunai|uang|dp)(?: [^ |]+){0,4}? (?:ke|dengan|lewat|di rumah|di tangan|langsung ke|sini)(?: rekening)? ${person}|rekening (?:saya|istri|suami|adik|teman|bu|ibu|pak|bapak|admin|kakak|anak|mama)|ke (?:bca|bri|bni|mandiri|dana|ovo|gopay|seabank|jago|qris|shopeepay)(?! va)|(?:transfer|dp|bayar) dulu|qris (?:berikut|ini|di bawah)|tunai(?: [^ |]+)? (?:dengan|ke) ${person}`,
    { scope: 'offer', not: /kasir|resmi|billing|perusahaan|pt$|tiap bulan|gaji|setiap/ },
  ),
  p('placement-fee', `(?<!uang )${seq(feeWord, money, 4)}`, {
    scope: 'offer',
    not: ownCosts,
    unlessNext: toOffice,
  }),
  p(
    'placement-fee',
    `${money} (?:per )?(?:orang|kepala)(?! dalam| yang)|${money}(?: [^ |]+){0,4}? (?:terima beres|trima beres|all in|beres|sampai|per orang|nett beres|bisa (?:cicil|dicicil|nyicil)|saja bayar)(?! bulan)`,
    { scope: 'offer', not: /gaji|hotel|malam|pax|wisata/, unlessNext: toOffice },
  ),
  p(
    'placement-fee',
    `(?:fee|biaya|komisi|uang) agen(?! asuransi)|dp \\d+|(?:bayar|lunas|pelunasan)(?: [^ |]+){0,4}? (?:depan|muka|setelah (?:tiba|sampai)|separo|setengah|separuh|belakangan)|(?:biaya|bayar|sisa|separo)(?: [^ |]+){0,4}? (?:dicicil|cicil|nego|dp|bisa ngangsur)|titip \\d+|(?:admin|biaya|jasa|titip) \\d+ \\d+|minta(?: [^ |]+)? bulan gaji|(?:biaya|titip|bayar|admin|jasa|total)(?: [^ |]+){0,4}? [1-9]\\d(?! (?:hari|bulan|tahun|orang|kg|menit|euro|halaman|juni|juli|persen|x|jam|usd|aud|kali|lembar|\\d))`,
    { scope: 'away', not: ownCosts, unlessNext: toOffice },
  ),
  p('any-fee', `(?:biaya|bayar)(?: [^ |]+){0,4}? ${anyMoney}`),
  p(
    'employer-pays-all',
    `(?:semua|seluruh) (?:biaya|ditanggung)(?: [^ |]+){0,4}? ?(?:ditanggung|tanggung|nanggung|kita|kami|gratis|pt|majikan)|biaya (?:ditanggung|nol)|gratis (?:tiket|paspor|semua|visa|mess|sampai)|tiket gratis|${none} biaya|(?:tiket|visa|paspor|mess|medical|cek lab)(?: [^ |]+){0,4}? (?:ditanggung|dibayar|dicover|dibiaya|tanggung|ditalang)|tanggung semua`,
    { denies: true },
  ),
  p(
    'debt-from-wages',
    `potong(?:an)?(?: dari)? gaji|(?<!muat |memuat |tercantum |tertulis |tanya |tanyakan |cek |soal |tentang |rincian |isinya )gaji(?: [^ |]+){0,4}? (?<!libur |cuti |lembur |tunjangan |jam kerja )(?:dipotong|potong|potongan)|tanda tangan(?: [^ |]+){0,4}? pinjaman|(?:dipotong|potong|potongan)(?: [^ |]+){0,4}? (?:gaji|agen|${monthly}|\\d tahun|sampai lunas|lunas|bank)|(?:cicil|dicicil|nyicil)(?: [^ |]+){0,4}? (?:gaji|sampai lunas)|potongan \\d+ (?:x )?uang\\w+|gaji(?: [^ |]+){0,4}? (?:disimpan|ditahan|dipegang)|(?:bulan)(?: [^ |]+)? gaji(?: [^ |]+){0,4}? (?:disimpan|ditahan)|talangan|ditalang|talang|kasbon|buku bon|dicatat(?: [^ |]+){0,4}? (?:dulu|potong|dipotong|utang|pinjaman|bon)|(?:cicil|nyicil|bayar|ganti|lunas|autodebet)(?: [^ |]+){0,4}? (?:dari|lewat|pakai) gaji|pinjaman(?: [^ |]+){0,4}? (?:gaji|lunas|dipotong|potong)|${monthly}(?: [^ |]+)? (?:tanpa|tidak) gaji|gaji ${monthly}(?: [^ |]+){0,4}? (?:untuk|hak|milik|masuk|disimpan|ditahan|dipegang) ${us}|balik modal|bulan (?:awal|pertama)(?: [^ |]+){0,4}? (?:tabungan|anggap|untuk|disimpan|ditahan|dipotong|potong)|(?:belum|sampai) lunas`,
    {
      scope: 'away',
      not: /bpjs|pajak|pph|iuran|asuransi|tidak (?:dipotong|potong|pernah)|tidak memotong|tanpa potong|maksimal|sesuai aturan|menahan|pinjaman (?:[^ ]+ )*sudah lunas/,
      unlessNext:
        /^[^|]{0,20}(?:bpjs|pajak|asuransi|iuran|maksimal|sesuai)|^[^|\d]{0,40}(?:askes|tertulis|tercantum|rincian)|^(?:bank )?(?:saya |aku )?(?:tinggal \d|sudah lunas|sisa)/,
    },
  ),
  p('debt-from-wages', '(?:surat|pengakuan|pernyataan|perjanjian) (?:pengakuan )?pinjaman', {
    scope: 'abroad',
  }),
  p(
    'family-advance',
    `${seq(advance, `${any('keluarga, suami, istri, orang tua, anak, ibu, mak')}(?: [^ |]+){0,4}? (?:depan|cair|dulu|langsung|duluan|uang\\w+)`, 4)}|${seq(kin, `${any('dikirim, dapat, dapet, dikasih, dikasihkan, terima, ditinggal, dibekali, oleh')}(?: [^ |]+){0,4}? (?:uang\\w*|emas|kepeng|fee)`, 3)}|fee keluarga|pesangon keluarga|(?:uang|dana)(?: [^ |]+)? uang\\w+(?: [^ |]+){0,5}? (?:rumah|keluarga|ibu|istri|suami)|uang (?:pit|tinggal|tunggu|fee|jajan|ikat)|(?:saku|uang saku)(?: [^ |]+){0,4}? ${anyMoney}|(?:dapat|dapet|dikasih|malah dikasih|cair|terima)(?: [^ |]+){0,4}? uang\\w+(?: [^ |]+){0,4}? (?:dulu|depan|cair|sebelum|berangkat|keluarga)|uang\\w+(?: [^ |]+){0,4}? (?:cair|dulu) (?:di )?(?:depan|keluarga|sebelum)`,
    { scope: 'away', not: /pelatihan|beasiswa|bayar/, unless: /\b(?:au pair|beasiswa)\b/ },
  ),
  p(
    'loan-collateral',
    `(?:kami|kita|saya|bantu|dibantu|ambil|pakai|tanda tangan|bisa|lewat)(?: [^ |]+){0,4}? kur|kur(?: [^ |]+){0,5}? (?:bantu|dibantu|kita|kami|tanda tangan|cair|potong|dipotong)|(?:jaminan|jaminannya|agunan|gadai|gadaikan|jual|sebagai jaminan)(?: [^ |]+){0,4}? (?:sertifikat|rumah|tanah|bpkb|sawah|motor|kebun|kerbau|sapi|emas)|(?:sertifikat|bpkb|sawah|tanah)(?: [^ |]+){0,5}? (?:jaminan|agunan|digadai|gadai|dijual|disita)|sertifikat (?:rumah|tanah)|kredit bank|pinjaman (?:bank|koperasi|online|modal)|(?<!tebus )gadai|finance company|(?:koperasi|leasing|bank)(?: [^ |]+){0,4}? (?:pinjaman|talang|cair|ditanggung)`,
    {
      scope: 'away',
      not: /jangan|tanah abang/,
      unlessNext: /^[^|]{0,40}tabungan [^ ]+ sendiri|^(?:saya |aku )(?:tinggal|sudah lunas|sisa)/,
    },
  ),
  p(
    'cancel-penalty',
    near(
      any(
        'mundur, kabur, tidak jadi, minta pulang, pulang (?:sebelum|duluan|cepat), keluar sebelum, turun sebelum, sebelum (?:setahun|kontrak|habis)',
      ),
      any(
        'denda, ganti, ganti rugi, bayar, tebus, lunas, lunasin, lunasi, melunasi, dilunasi, wajib kembalikan, ngembaliin, balikin, potong, lipat, kena ganti, hangus, ditanggung, dituntut',
      ),
      7,
    ),
    { scope: 'away', not: /apakah|uang kembali|kembali (?:100|penuh)|tiket/ },
  ),
  p(
    'cancel-penalty',
    `(?:mundur|kabur)(?: [^ |]+){0,4}? (?:ganti|denda|bayar)(?: [^ |]+){0,4}? ${money}|(?:ganti|denda|bayar)(?: [^ |]+){0,4}? ${money}(?: [^ |]+){0,4}? (?:mundur|kabur)`,
    {
      denies: true,
      not: /tidak|tanpa/,
    },
  ),
  p(
    'cancel-penalty',
    `denda(?: [^ |]+){0,4}? uang\\w+|hitungannya|(?:biaya|ganti)(?: [^ |]+){0,4}? (?:sudah keluar|penampungan)|ganti (?:rugi|biaya perusahaan)`,
    { scope: 'abroad', not: /denda (?:paspor|keterlambatan|overstay|imigrasi)/ },
  ),
  p(
    'loan-collateral',
    `pinjam(?:an)? (?:ke|di|dari|lewat) (?:koperasi|leasing|bank) (?:kita|kami|kantor|agen|lpk)`,
    {
      scope: 'offer',
    },
  ),
  p('loan-collateral', '(?:surat )?kuasa (?:jual|menjual)', { scope: 'offer', not: /jangan/ }),
  p(
    'debt-from-wages',
    'tidak keluar (?:uang|modal|biaya)(?: [^ |]+){0,5}? (?:cicil|dicicil|angsur|diangsur|potong|dipotong)',
    {
      scope: 'away',
      denies: true,
    },
  ),
]
