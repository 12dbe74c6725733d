import type { PayloadRequest } from 'payload'
import { isListPinned, pinOf } from '#cms/endpoints/report-keys.ts'
import { say } from '#cms/hooks/say.ts'

const words = {
  title: { id: 'Daftar kunci tidak cocok', en: 'The key list does not fit' },
  what: {
    id: 'Daftar kunci di server tidak cocok dengan sidik yang disematkan. Daftar tidak diubah, situs tidak dibangun lagi, dan laporan baru tetap disegel menurut daftar yang disematkan. Jangan mengubah apa pun di sini. Hubungi pengelola server dan para pembaca kotak lewat telepon.',
    en: 'The key list on the server is not the pinned one. The list is not changed, the site is not built, and new reports are still sealed by the pinned list. Change nothing here. Call whoever runs the server and the readers of the inboxes.',
  },
}

/** For administrators: that the key list in the database is not the one whose hash is pinned. */
export async function KeyListAlarm({ req }: { req: PayloadRequest }) {
  if (await isListPinned(req.payload, pinOf(req.payload))) return null
  return (
    <section className="ba-card ba-card--wide" aria-labelledby="ba-key-list-alarm">
      <h2 id="ba-key-list-alarm">{say(req, words.title)}</h2>
      <p className="ba-warning">{say(req, words.what)}</p>
    </section>
  )
}
