import { describe, expect, test } from 'vitest'
import { readMessage } from '#src/risk/message/read-message.ts'

const signsOf = (text: string) => readMessage(text).signs

describe('forms of a word', () => {
  test.each([
    'paspor dipegang kantor',
    'paspor di pegang kantor',
    'paspornya dipegangin kantor',
    'pasporna dipegang ku kantor',
    'paspore dicekel, disimpen kantor',
    'PASPOR: DISIMPAN KANTOR',
  ])('"%s" is custody of a paper', text => {
    expect(signsOf(text)).toContain('papers-held')
  })

  test.each(['jalan-jalan', 'jalan2', 'liburan', 'plesir', 'healing'])(
    '"%s" is a journey to lie about',
    word => {
      expect(signsOf(`bilang saja mau ${word}`)).toContain('told-to-lie')
    },
  )

  test('"kl" is a city after a word of direction, and "kalau" elsewhere', () => {
    expect(signsOf('kerja Macau, tiket sampai KL dulu')).toContain('ticket-short')
    expect(signsOf('kl minat kerja resmi hubungi dinas')).toEqual([])
  })
})

describe('what a denial reaches', () => {
  test('the words right after it, through small words', () => {
    expect(signsOf('kami tidak pernah meminta transfer ke rekening pribadi')).not.toContain('fee-to-person')
  })

  test('not what follows a comma', () => {
    expect(signsOf('kerja Turki ga ribet, pakai visa turis')).toContain('visit-visa')
  })

  test('what stands before it: "potongan gaji tidak ada"', () => {
    expect(signsOf('kerja di Taiwan, potongan gaji tidak ada')).not.toContain('debt-from-wages')
  })
})

describe('what kind of message it is', () => {
  test.each([
    'Polisi menangkap tekong yang menyeberangkan calon PMI naik speedboat malam, korban bayar 6 juta',
    'Tadi ditanya petugas imigrasi mau apa, aku bilang liburan 3 hari',
    'Tour Thailand 4 hari, hotel dan tiket, slot sisa 6, DP 1,5jt',
    'Umrah bulan depan: paspor dikumpulkan ke muthawif, visa umrah sudah jadi',
    'Iuran RT hari ini terakhir, transfer ke rekening Bu Ani',
  ])('no offer: "%s"', text => {
    expect(readMessage(text).assessment.level).toBe('belum-terlihat')
  })

  test.each([
    ['BP3MI resmi! Kerja ke Kamboja, minat inbox', 'closed-country'],
    ['Waspada calo. Kami urus sendiri, masuk Malaysia pakai visa turis', 'visit-visa'],
    [
      'SIP3MI ada, cek di SISKOP2MI, tidak dipungut biaya, kuitansi lengkap. Paspor dipegang kantor',
      'papers-held',
    ],
    ['Polisi teman kita semua, minat DM, nyebrang malam naik speedboat', 'unofficial-route'],
    ['Umrah plus kerja, habis umrah pisah dari rombongan, dijemput majikan', 'visit-visa'],
  ])('words of offices and warnings do not clear an offer: "%s"', (text, sign) => {
    expect(signsOf(text)).toContain(sign)
  })

  test('an offer that can be verified in several ways may name its fee', () => {
    const fee = 'Penempatan Taiwan, biaya 5 juta'
    expect(signsOf(fee)).toContain('placement-fee')
    expect(
      signsOf(
        `${fee} dibayar ke rekening perusahaan dengan kuitansi. P3MI terdaftar, job order ada, cek di SISKOP2MI`,
      ),
    ).not.toContain('placement-fee')
  })
})

describe('pay out of proportion', () => {
  test.each([
    ['Malaysia, jaga toko, gaji 20 juta', true],
    ['Malaysia, jaga toko, gaji RM2.000', false],
    ['Taiwan, pabrik, gaji NT 29.500', false],
    ['Taiwan, pabrik, gaji NT 90.000', true],
    ['Australia, petik buah, gaji 350rb per jam', false],
    ['Australia, petik buah, gaji 1 juta per jam', true],
    ['Perawat ICU Malaysia, STR aktif, gaji 20 juta', false],
    ['Malaysia, jaga toko, gaji 6 juta, biaya 30 juta', false],
    ['Bandung, jaga toko, gaji 20 juta', false],
  ])('"%s": %s', (text, expected) => {
    expect(signsOf(text).includes('pay-too-good')).toBe(expected)
  })
})

describe('licences and job orders', () => {
  test.each([
    ['SIP3MI No. 45/2023, kerja Malaysia', [true]],
    ['job order nomor JO-118203 untuk Taiwan', [true]],
    ['SIP3MI menyusul ya, kerja Malaysia', [false]],
    ['PT kami punya SIP3MI. Gaji 15 juta', [false]],
    ['kerja di Taiwan gaji 15 juta', []],
  ])('"%s" names them with or without a number: %j', (text, expected) => {
    expect(readMessage(text).licences.map(licence => licence.hasNumber)).toEqual(expected)
  })

  test('a number clears nothing', () => {
    expect(signsOf('SIP3MI No. 45/2023, masuk Turki pakai visa turis, kerja hotel')).toContain('visit-visa')
  })
})

describe('who holds, pays and answers', () => {
  test.each([
    'Kerja Hong Kong: kontrak dijelaskan di KJRI, paspor tetap dipegang pekerja',
    'Paspor kakak saya diambil petugas bandara tadi malam, visa kerja belum ada',
    'Biaya ke Korea: paspor, visa, tiket, jaminan sosial, dibayar sendiri ke bank',
    'Disodori potongan 6 bulan gaji di Hong Kong? Tolak dan adukan',
    'Perjanjian kerja Singapura memuat gaji, hari libur, potongan',
    'Dana KUR masuk rekening atas nama PMI, perjanjian kerja di Taiwan',
    'Buku pelaut bikin sendiri saja, daftar online, murah. Nanti kerja di Taiwan',
    'Kebun di Pahang: calon cuma mengurus KTP yang datanya salah',
    'Kerja Malaysia: masuk melancong lalu tukar permit sekarang sudah tidak boleh.',
    'Adik saya nyaris ikut kerja ke Kamboja, untung sempat tanya BP3MI',
    'Paspor ada di saya sendiri, kerja di Taiwan sudah 3 tahun',
    'Nama di paspor beda dengan KTP, bisa dibetulkan di kantor imigrasi',
    'Suami tanya bilang saja saya masih di kantor',
    'Surat utang warung sudah lunas',
    'Masuk Malaysia melancong lalu tukar permit kerja sekarang sudah tidak boleh',
    'Apakah paspor saya dititipkan di PT Taiwan itu',
    'Kebun di Sarawak, visa kerja terbit dulu, lewat PLBN Entikong dengan bus',
    'Suami saya ABK di kapal tuna, kontraknya habis Maret, mau tanya cara urus asuransi',
    'Saya nikah dengan WN Taiwan di catatan sipil, sekarang urus visa pasangan',
    'Beasiswa ke Taiwan, boleh kerja paruh waktu 20 jam sesuai izin',
    'Pinjaman bank saya tinggal 2 bulan lagi, gaji di Taiwan lancar',
    'Tanda tangan paket di pos, jangan dibuka dulu ya',
    'Grup reuni dihapus saja, sudah sepi',
    'Jangan ke pos ronda dulu, jalan ke kebun banjir',
    'Gaji saya ditransfer ke rekening sendiri, kerja di Taichung',
    'Lowongan di Genting lewat P3MI terdaftar, tidak ada biaya, wawancara Kamis',
    'Bayar denda overstay di imigrasi Jeddah 1000 riyal lalu pulang',
    'Berangkat kerja pisah motor saja ya, kamu lewat tol',
    'Bayar 2 juta biar bisa pulang naik pesawat lebaran',
    'Bapak jangan dikasih tahu dulu, mau bikin kejutan naik pangkat',
    'Banner toko dicopot dulu, besok ganti desain baru',
    'Polisi tanya SIM, saya bilang ketinggalan di rumah',
  ])('no sign of danger: "%s"', text => {
    expect(readMessage(text).assessment.level).toBe('belum-terlihat')
  })

  test.each([
    ['Ijazah sama KK ada di saya, kerja Taiwan', 'papers-held'],
    ['Paspor disimpan petugas mess, kerja Malaysia', 'papers-held'],
    ['Kerja Malaysia, mau batal ya lunasin dulu', 'cancel-penalty'],
    ['Kerja di Malaysia, kerjaannya nanti dijelasin pas udah sampe', 'job-vague'],
    ['Kerja Malaysia ya, chat ini otomatis ilang', 'secrecy'],
    ['Kerja Malaysia, jgn viralin, jgn ke polisi', 'secrecy'],
    ['Biar bisa pulang kantor minta 65jt', 'ransom'],
    ['Namanya di paspor bukan nama ibu ya', 'false-identity'],
    ['Paspor sudah jadi, hafalin nama baru sama tanggal lahirnya', 'false-identity'],
    ['Kerja Jepang, sertif JFT sama SSW tinggal beli', 'false-identity'],
    ['Bikin paspornya jgn di Kupang, banyak ditanya', 'passport-broker'],
    ['Umur kurang setahun? KK nya dibenerin orang saya', 'age-changed'],
    ['Magang Jepang, shift bisa 14 jam', 'excessive-hours'],
    ['Masuk pakai visa turis dulu, PT resmi sudah tidak bisa', 'visit-visa'],
    ['Kerja Malaysia, paspor dipegang kantor, tolak kalau ada yg minta lihat', 'papers-held'],
    ['Potongan 8 bulan gaji. Tolak ukurnya kontrak', 'debt-from-wages'],
    ['Kerja Malaysia, grup dibubarin H-1', 'secrecy'],
    ['Berangkat sebagai peziarah, bayar 12 juta, nanti kerja di Jeddah', 'visit-visa'],
    ['Tanda tangan tujuh kali, jangan dibuka-buka isinya', 'contract-unreadable'],
    ['LPK program Jepang, kalau ada sidak banner dilepas', 'unlicensed'],
    ['Kerja di Bangkok, jangan saling follow', 'separate-travel'],
    ['Saya nyusul penerbangan malam, kalian duluan siang', 'separate-travel'],
    ['Pakai nama dan suket punya ponakan, kerja di Saudi', 'false-identity'],
    ['Anaknya di kapal, gaji dikirim ke agen dulu', 'wages-withheld'],
    ['Donor sehat dapat 135jt, suratnya nanti study tour, inbox', 'organ'],
    ['Kerja Taiwan, tanda tangan surat kuasa jual tanah', 'loan-collateral'],
    ['Anak Ibu di kami, kalau mau dilepas siapkan 45jt, jangan lapor siapa-siapa', 'ransom'],
    ['Bisa pulang asal ganti 3000 usd ke bos', 'ransom'],
    ['Kerja Malaysia, turun di Entikong jangan sampai ke pos ya', 'unofficial-route'],
    ['Lowongan Polandia, ke Turki dulu nanti border run diatur tim', 'visit-visa'],
    ['Paspor 3 hari kelar tanpa ditanya-tanya', 'passport-broker'],
    ['Kerja Macau, jangan diceritain ke tetangga', 'secrecy'],
    ['Di Kualanamu pura-pura ga saling kenal ya', 'separate-travel'],
    ['Ke Johor, di pelabuhan jangan duduk deketan', 'separate-travel'],
    ['Setor 80 juta ke kantor biar boleh pulang', 'ransom'],
    ['Transfer 5000 usd ke perusahaan baru dilepas', 'ransom'],
    ['Jual satu aja, hidup tetap normal, 130 juta', 'organ'],
    ['Taiwan jaga nenek, ga keluar uang, nanti angsur tiap bulan', 'debt-from-wages'],
    ['Kerja Taiwan, ijazah SMP bisa diatur', 'false-identity'],
    ['Petik ceri di Selandia, visa liburan boleh kerja, petugas ga pernah cek', 'visit-visa'],
    ['Kalau mau anaknya dipulangin kirim 70jt ke kantor', 'ransom'],
    ['Kerja Oman, lewat gate 2, jangan ngumpul', 'separate-travel'],
    ['Magang Jepang, LPK tanpa izin SO gapapa', 'unlicensed'],
    ['Bapak ga perlu tau, berangkat ke Riyadh malam', 'secrecy'],
    ['Rumania, visa Serbia dulu, nyebrang hutan', 'unofficial-route'],
  ])('"%s" is %s', (text, sign) => {
    expect(signsOf(text)).toContain(sign)
  })
})
