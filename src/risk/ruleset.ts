/** One published state of the rules. `id` is printed on every result and carried in every shared link. */
export type RulesetEntry = Readonly<{
  id: string
  day: string
  changes: Readonly<{ id: string; en: string }>
}>

/**
 * Change history of the rule set, newest first. The id is semantic: the first number changes when a sign is removed, the
 * second when a sign or question is added or a level can come out differently, the third when only words or sources change.
 */
export const rulesetHistory: readonly [RulesetEntry, ...RulesetEntry[]] = [
  {
    id: '1.1.1',
    day: '2026-11-28',
    changes: {
      id: 'Langkah mengikuti hasilnya: bila harus berhenti, tidak ada langkah yang menyuruh Anda kembali ke perekrut. Beberapa langkah ditulis ulang: negara tertutup, paspor lewat perantara, dokumen ditahan, data lewat chat, lowongan tidak tercatat. Tiap dasar hukum punya hari tinjauan. Sumber baru tentang Timur Tengah, Kamboja, dan biaya penempatan; kata-kata dua tanda diperbarui.',
      en: 'Steps follow the result: at “stop” no step sends the reader back to the recruiter. The steps for closed countries and for a passport by a broker are new. So are those for papers held, data asked for in chats, and a vacancy that is not listed. Every legal basis has a review day. New sources on the Middle East, Cambodia and placement fees; the words of two signs were updated.',
    },
  },
  {
    id: '1.1.0',
    day: '2026-11-22',
    changes: {
      id: 'Tanda baru: sudah bayar tetapi berangkat diundur terus. Satu tanda kuat dengan satu tanda sedang kini cukup untuk berhenti, juga dari kelompok lain. Agen kapal ikan yang belum terbukti berizin kini tanda kuat. Kata-kata sepuluh tanda diperjelas.',
      en: 'New sign: paid, but the departure is put off again and again. One strong with one medium sign is now enough to stop, also from another group. An agent for fishing vessels without proof of a licence is now a strong sign. The words of ten signs are clearer.',
    },
  },
  {
    id: '1.0.0',
    day: '2026-11-22',
    changes: {
      id: 'Aturan pertama: 72 tanda, 24 pertanyaan, tiga tingkat.',
      en: 'First rule set: 72 signs, 24 questions, three levels.',
    },
  },
]

/** The rule set in force. */
export const rulesetVersion: string = rulesetHistory[0].id

const meaning = (version: string) => version.split('.').slice(0, 2).join('.')

/**
 * Whether a link of this version says now what it said when it was made: a published version with the same first two
 * numbers. Any other may show its reader another level than its sender saw, which the reader has to be told.
 */
export function hasSameMeaning(version: string): boolean {
  return rulesetHistory.some(entry => entry.id === version) && meaning(version) === meaning(rulesetVersion)
}
