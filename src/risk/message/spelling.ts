/** Words that the patterns rest on and that are long enough to be recognised with one slip of the finger. */
const vocabulary =
  'paspor kontrak rekening transfer liburan wisata kamboja myanmar thailand kunjungan ziarah potongan ditahan jaminan sertifikat keluarga majikan petugas imigrasi pribadi wawancara berangkat speedboat perahu pelabuhan perbatasan ijazah dokumen disnaker segera buruan terakhir rahasia dijamin ginjal mahar perusahaan pengalaman operator customer marketing penempatan dikumpul dititip disita talangan pinjaman ganti denda gaji biaya juta tiket visa turis bilang mengaku malaysia saudi riyadh dubai taiwan lowongan'
    .split(' ')
    .filter(word => word.length >= 5)

/** Words of their own that a slip must not turn into one of ours. */
const kept = new Set(
  'kontak kontrol keluaran wisuda turun turut disini disana biayai segara segenap pribadinya perahunya kunjungi tahanan ditanam ditakan bilangan tiker ticket gajian gajah imigran terakhirnya jamin sarjana saudara sauda budi penempaan dititik petunjuk sertifikasi'.split(
    ' ',
  ),
)

/** Every form of `word` with one letter left out. */
function* deletions(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1)
}

/** Forms with two neighbours swapped. */
function* swaps(word: string): Generator<string> {
  for (let at = 0; at + 1 < word.length; at += 1)
    yield word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
}

const words = new Set(vocabulary)
const byForm = new Map<string, string>()
for (const word of vocabulary) {
  for (const form of [...deletions(word), ...swaps(word)]) if (!byForm.has(form)) byForm.set(form, word)
}

/**
 * The vocabulary word that `word` is with one letter missing, added, replaced or swapped; else `word` itself. Constant time
 * per letter.
 */
export function nearestWord(word: string): string {
  if (word.length < 5 || word.length > 14 || words.has(word) || kept.has(word) || /\d/.test(word)) return word
  const missing = byForm.get(word)
  if (missing && missing.length > 5) return missing
  for (const form of deletions(word)) {
    if (words.has(form) && form.length > 4) return form
    const replaced = byForm.get(form)
    // A replaced letter makes too many other words of the short ones: biasa is not biaya.
    if (replaced && replaced.length === word.length && word.length > 6) return replaced
  }
  return word
}
