import type { Words } from '#cms/hooks/say.ts'
import { fill } from '#src/i18n/fill.ts'
import { type Failure, type FailureKind, failureOf } from './failure.ts'

/** Why a build failed and what to do, for editors. `{{what}}`: the document that it refused. */
export const failureWords: Readonly<Record<FailureKind, Words>> = {
  content: {
    id: 'Situs menolak {{what}}: ada isian yang tidak sesuai. Buka dokumen itu, betulkan isian yang disebut di bawah, lalu terbitkan lagi.',
    en: 'The site refuses {{what}}: a field does not fit. Open that document, correct the field named below, and publish it again.',
  },
  keys: {
    id: 'Daftar kunci di server tidak cocok dengan sidik yang disematkan, jadi situs tidak dibangun. Jangan mengubah apa pun. Hubungi pengelola server dan para pembaca kotak lewat telepon.',
    en: 'The key list on the server is not the pinned one, so the site is not built. Change nothing. Call whoever runs the server and the readers of the inboxes.',
  },
  disk: {
    id: 'Tempat penyimpanan server penuh atau tidak dapat ditulisi. Beri tahu pengelola server; sesudah ada ruang, situs diperbarui sendiri.',
    en: 'The storage of the server is full or cannot be written. Tell whoever runs the server; once there is room the site is updated by itself.',
  },
  time: {
    id: 'Pembaruan terlalu lama dan dihentikan. Dicoba lagi sendiri; bila terulang, beri tahu pengelola server bahwa mesinnya terlalu sibuk.',
    en: 'The update took too long and was stopped. It is tried again by itself; if this repeats, tell whoever runs the server that the machine is too busy.',
  },
  memory: {
    id: 'Memori server habis saat situs diperbarui. Dicoba lagi sendiri; bila terulang, beri tahu pengelola server bahwa memorinya kurang.',
    en: 'The server ran out of memory while the site was updated. It is tried again by itself; if this repeats, tell whoever runs the server that it needs more.',
  },
  cms: {
    id: 'Isi CMS tidak dapat dibaca saat situs diperbarui. Dicoba lagi sendiri; bila terulang, beri tahu pengelola server.',
    en: 'The content of the CMS could not be read while the site was updated. It is tried again by itself; if this repeats, tell whoever runs the server.',
  },
  interrupted: {
    id: 'Server berhenti di tengah pembaruan. Pembaruan diulang sendiri.',
    en: 'The server stopped in the middle of the update. It is begun again by itself.',
  },
  other: {
    id: 'Pembaruan gagal karena sebab di server, bukan karena isi Anda. Dicoba lagi sendiri; bila terulang, tunjukkan rincian di bawah kepada pengelola server.',
    en: 'The update failed for a reason of the server, not of your content. It is tried again by itself; if this repeats, show the details below to whoever runs the server.',
  },
}

/** What editors call the lists that the site reads. */
const lists: Readonly<Record<string, Words>> = {
  offices: { id: 'kantor', en: 'the office' },
  figures: { id: 'angka', en: 'the figure' },
  programmes: { id: 'desa', en: 'the village' },
  activities: { id: 'kegiatan', en: 'the activity' },
  banners: { id: 'banner', en: 'the banner' },
  articles: { id: 'artikel', en: 'the article' },
  operator: { id: 'setelan penyelenggara', en: 'the settings of the operator' },
  'help-lines': { id: 'saluran bantuan', en: 'the help line' },
}

/** The document that a build refused, as editors call it. */
export function subjectWords({ subject }: Pick<Failure, 'subject'>, language: keyof Words): string {
  const [list = '', ...name] = subject.split('/')
  return `${lists[list]?.[language] ?? list} "${name.join('/')}"`
}

/** One line for the server's log. */
export function failureLine(error: unknown): string {
  const failure = failureOf(error)
  if (failure.kind === 'other') return failure.detail.replace(/\s+/g, ' ').trim().slice(0, 300)
  return fill(failureWords[failure.kind].id, { what: subjectWords(failure, 'id') })
}
