import type { PayloadRequest } from 'payload'
import { hasEmergencyLine } from '#cms/endpoints/emergency-lines.ts'
import { say } from '#cms/hooks/say.ts'

const words = {
  title: { id: 'Tidak ada nomor darurat di situs', en: 'The site shows no emergency number' },
  what: {
    id: 'Tidak ada saluran bantuan berjenis "Darurat" untuk orang di Indonesia yang terbit dengan nomor telepon, tanpa wilayah, dan bukan mutu C tanpa tanggal. Terbitkan satu, atau minta pengelola server menjalankan "npm run seed".',
    en: 'No help line of the kind "Emergency" for people in Indonesia is published with a telephone, for no area alone, and not of grade C without a date. Publish one, or ask whoever runs the server for "npm run seed".',
  },
  open: { id: 'Buka saluran bantuan', en: 'Open the help lines' },
}

/** For administrators: that readers in danger find no number. */
export async function EmergencyAlarm({ req }: { req: PayloadRequest }) {
  if (await hasEmergencyLine(req.payload)) return null
  return (
    <section className="ba-card ba-card--wide" aria-labelledby="ba-emergency-alarm">
      <h2 id="ba-emergency-alarm">{say(req, words.title)}</h2>
      <p className="ba-warning">{say(req, words.what)}</p>
      <p className="ba-list">
        <a href="/admin/collections/help-channels">{say(req, words.open)}</a>
      </p>
    </section>
  )
}
