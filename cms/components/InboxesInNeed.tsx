import type { PayloadRequest } from 'payload'
import { inboxesInNeed } from '#cms/accounts/leave-inboxes.ts'
import { say } from '#cms/hooks/say.ts'
import { fill } from '#src/i18n/fill.ts'

const words = {
  title: { id: 'Kotak laporan kekurangan pembaca', en: 'Inboxes are short of readers' },
  one: {
    id: 'Hanya satu orang yang masih dapat membaca kotak “{{name}}”. Dirikan kotak pengganti dengan dua pembaca laporan sebelum ia berhalangan: anggota baru belum dapat ditambahkan ke kotak yang ada.',
    en: 'Only one person can still read “{{name}}”. Found another inbox with two handlers before that person is away: members cannot be added to an existing inbox yet.',
  },
  none: {
    id: 'Tidak ada lagi yang dapat membaca kotak “{{name}}”. Formulirnya ditutup. Mintalah dua pembaca laporan mendirikan kotak baru di meja laporan.',
    en: 'Nobody can read “{{name}}” any more. Its form is closed. Ask two handlers to found a new inbox at the desk.',
  },
}

/** For administrators: inboxes whose reports may be lost. Names and counts only. */
export async function InboxesInNeed({ req }: { req: PayloadRequest }) {
  const inboxes = await inboxesInNeed(req.payload)
  if (inboxes.length === 0) return null
  const language = req.i18n.language === 'en' ? 'en' : 'id'
  return (
    <section className="ba-card ba-card--wide" aria-labelledby="ba-inboxes-in-need">
      <h2 id="ba-inboxes-in-need">{say(req, words.title)}</h2>
      {inboxes.map(({ id, name, readers }) => (
        <p key={id} className="ba-warning">
          {fill(say(req, readers === 0 ? words.none : words.one), { name: name[language] })}
        </p>
      ))}
    </section>
  )
}
