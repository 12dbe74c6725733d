import { CLAUSE_END, type Token } from './tokens.ts'

const denials = new Set(
  'jangan tidak bukan tanpa no dilarang hindari stop anti waspada awas belum menolak tolak larang bebas'.split(
    ' ',
  ),
)
/** Words that a denial passes through: "jangan mau disuruh transfer", "tidak pernah meminta biaya". */
const passing = new Set(
  'ada pakai perlu usah wajib pernah meminta minta diminta memungut dipungut menarik akan mau untuk sampai dengan lagi sekali ke di kasih dikasih bisa memberi menerima menahan tahan menyuruh disuruh suruh saja ikut asal mudah percaya tergiur tawaran yang membayar bayar serah kirim titip mengumpulkan kumpul melayani menyimpan memotong potong dikenai dari dalam lewat boleh jadi melalui berikan transfer siapapun lupa dulu bawa bantu lowongan program istilah dititip diserah memegang pegang merekrut rekrut ditahan sepeser bentuk asli'.split(
    ' ',
  ),
)
const warnings =
  /(?<!bukan |tidak |no |anti |bebas )\b(?:waspada|awas|hindari|jangan (?:mau|percaya|sampai|tergiur|ikut (?:yang|orang|calo))|modus|penipuan|ciri (?:calo|loker)|mendadak|akan (?:dicabut|dikenai)|perusahaan yang|dilarang|laporkan|mengimbau|imbau|imbauan|tergiur|tolak|kalau (?:[^ |]+ )?ada(?! (?:razia|sidak|inspeksi|pemeriksaan|petugas))|yang (?:minta|menjanjikan|nawarin|menawarkan|ngajak|ngaku)|ada yang (?:minta|nawarin|menawarkan|ngajak|menjanjikan|bilang|suruh|menjual|uang|memakai|mengaku|tawarin)|menjanjikan|dijanjikan|dijanjiin|nawarin)\b/
/** The same after a match, in its clause: "kalau diminta bilang liburan, tolak". */
const rejection =
  /^[^|]{0,80}?\b(?:tolak(?! (?:kalau|jika) ada yang (?:minta|mau) (?:lihat|ambil|cek|lapor))|tolong (?:difoto|lapor)|(?<!jangan |usah |perlu |sampai )(?:lapor|laporkan)|dilapor|adalah (?:penipu|calo|penipuan)|itu (?:penipuan|bohong|bahaya|pidana|calo|tidak benar|palsu|dilarang|salah|melanggar)|bukan (?:orang )?kami|jangan mau|(?:wajib|harus) (?:gimana|bagaimana)|tidak (?:kami )?(?:dilayani|layani|melayani|diterima|berlaku|berhak)|jangan (?:dipercaya|dibalas|ditanggapi|diladeni)|itu tidak (?:bisa|boleh)(?! (?:dicek|dilihat|muncul|ditolak|gagal|dibatalkan))|(?<!jangan )(?:hp|hubungi|datang ke) (?:kjri|kbri|kdei|bp3mi|polisi|110)|blokir|tidak pernah(?! (?:cek|dicek|periksa|diperiksa|tanya|ditanya|gagal|ketahuan|ditangkap|dirazia|masalah))|mohon|sebaiknya (?:ditolak|jangan|tanya)|ditolak|tolaklah|waspada)\b/
/** An answer that opens the next clause: "potongan 6 bulan? tolak". */
const answer =
  /^[^|]{0,40}\| (?:(?:langsung|segera|itu|ya|sebaiknya|mending|lebih baik) ){0,2}(?:tolak(?:lah)?(?! ukur)|ditolak|adukan|abaikan|blokir|tinggalkan|hindari|waspada(?:lah)?|lapor(?:lah)? (?:ke )?(?:bp3mi|polisi|kbri|kjri|disnaker|kp2mi|saja|\d)|jangan (?:mau|ikut|dibayar|diterima|percaya)?\s*(?:\||dan|$))/

/** Whether the words right before `at` in its clause deny it. */
function isDeniedBefore(tokens: readonly Token[], at: number): boolean {
  for (let place = at; place > Math.max(0, at - 5); place -= 1) {
    if (tokens[place]?.pause) return false
    const word = tokens[place - 1]?.word ?? CLAUSE_END
    if (denials.has(word)) return true
    if (!passing.has(word)) return false
  }
  return false
}

/** "Potongan gaji tidak ada", "jalur belakang dilarang". */
function isDeniedAfter(tokens: readonly Token[], last: number): boolean {
  const [next, second] = [tokens[last + 1], tokens[last + 2]?.word ?? '']
  if (!next || next.pause) return false
  return (
    next.word === 'dilarang' ||
    (next.word === 'tidak' && /^(?:ada|pernah|dibenarkan|diperbolehkan)$/.test(second))
  )
}

/** Whether the words right before a match, or before its last word, deny it. */
export const isNegated = (tokens: readonly Token[], [first, last]: readonly [number, number]): boolean =>
  isDeniedBefore(tokens, first) ||
  (last > first && isDeniedBefore(tokens, last)) ||
  isDeniedAfter(tokens, last)

/**
 * Whether a match at `start` to `end` of `text` is only spoken of: a warning stands before it in its clause, or a rejection
 * after it. Looks at a bounded piece of the text.
 */
export function isWarnedOf(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start)
  const clause = before.slice(before.lastIndexOf(CLAUSE_END) + 1)
  const after = text.slice(end, end + 100)
  return warnings.test(clause) || rejection.test(after) || answer.test(after)
}
