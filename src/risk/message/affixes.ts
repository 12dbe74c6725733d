/**
 * Verbs of recruiters whose affixes vary most: `pegang` is written megang, pegangin, dipegang, dipegangin, di pegang. A
 * second spelling stands after `/`.
 */
const verbs =
  'pegang tahan simpan/simpen titip kumpul serah setor/stor sita ambil kunci taruh/taro tarik kirim bayar/byr urus jemput antar/anter tanggung talang latih ajar atur ubah/rubah ganti/gnti tambah naik potong/ptg cicil tanya cek/check bawa/bawak kasih/kasi/ksh pinjam/pinjem sebar lapor hapus jual tampung pukul siksa paksa jaga kurung sekap tebus sewa tukar/tuker palsu proses bantu carter tutup sembunyi selip lolos undur tunda ulur kawal belanja tagih biaya tua muda cover kontrol tendang setrum gembok ancam tipu larang'

/** Words that carry `-nya` and its regional forms. */
const nouns =
  'paspor ijazah gaji kontrak visa biaya tiket ktp kk dokumen majikan hp izin kerja umur nama surat rekening akta kantor alamat lokasi tempat pekerjaan permit agen agensi pt kapal tujuan jawaban berangkat pulang masuk uang sertifikat perusahaan keluarga potongan rumah alasan syarat proses job pelabuhan lewat interview medical iqamah koper sisa wawancara mamak mama bapak ibu suami istri orang majikan anak teman adik kakak rombongan hotel patungan petugas polisi teman bayi nama'

/** The verb without its first letter, as `me-` and its colloquial short form write it. */
function nasals(root: string): string[] {
  const [first = '', rest] = [root[0], root.slice(1)]
  const as = (short: string, long: string) => [short, `me${long}`]
  if (first === 'p') return [...as(`m${rest}`, `m${rest}`), `memp${rest}`]
  if (first === 't') return as(`n${rest}`, `n${rest}`)
  if (first === 's') return as(`ny${rest}`, `ny${rest}`)
  if (first === 'k') return as(`ng${rest}`, `ng${rest}`)
  if (first === 'c') return as(`ny${rest}`, `n${root}`)
  if (first === 'b') return as(`m${root}`, `m${root}`)
  if (/[dj]/.test(first)) return as(`n${root}`, `n${root}`)
  if (/[aiueogh]/.test(first)) return as(`ng${root}`, `ng${root}`)
  return [`nge${root}`, `ng${root}`, `me${root}`]
}

const endings = ['', 'in', 'kan', 'i', 'nya', 'innya', 'kannya', 'ke', 'keun', 'no', 'ne', 'lah']

/** Written form → canonical word: the root for what someone does, `di` and the root for what is done. */
export const affixed: ReadonlyMap<string, string> = new Map([
  ...nouns
    .split(' ')
    .flatMap(noun =>
      ['nya', 'ny', 'na', 'ne', 'e', 'mu', 'ku', 'pun'].map(end => [`${noun}${end}`, noun] as const),
    ),
  ...verbs.split(' ').flatMap(entry => {
    const spellings = entry.split('/')
    const root = spellings[0] ?? ''
    return spellings.flatMap(spelling =>
      endings.flatMap(end => [
        ...(end || spelling !== root ? [[`${spelling}${end}`, root] as const] : []),
        ...nasals(spelling).map(active => [`${active}${end}`, root] as const),
        ...['di', 'ter'].map(prefix => [`${prefix}${spelling}${end}`, `di${root}`] as const),
      ]),
    )
  }),
])
