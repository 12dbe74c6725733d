/** `npm run backup`: see docs/operators.md. */
import { loadSettings, serverEnv } from '#cms/env.ts'
import { absolute, readArguments, readRecipients, runCommand } from './arguments.ts'
import { BackupProblem } from './problem.ts'

const usage = [
  '  npm run backup -- FOLDER/berangkat-aman-2026-11-28.tar.age --kepada penerima.txt',
  '  npm run backup -- FOLDER/berangkat-aman-2026-11-28.tar --terbuka',
].join('\n')

const mongoHint = [
  'Basis data MongoDB dicadangkan dengan alatnya sendiri, SESUDAH perintah ini (the database by its own tools, after this):',
  '  mongodump --uri="$DATABASE_URL" --archive --gzip | age -R penerima.txt > berangkat-aman-mongo.gz.age',
  'Hapus juga berkas itu sesudah 30 hari. (Remove that file after 30 days, too.)',
].join('\n')

await runCommand(async () => {
  loadSettings()
  const options = { kepada: { type: 'string', multiple: true }, terbuka: { type: 'boolean' } } as const
  const { asUsage, positionals, values } = readArguments(options, usage)
  const [file, ...more] = positionals
  if (!file || more.length > 0 || (values.kepada && values.terbuka)) throw asUsage()
  if (!values.kepada && !values.terbuka)
    throw new BackupProblem(
      `Kepada siapa cadangan ini disegel? Isinya laporan dan rahasia server.\n${usage}\nPenerima dibuat dengan npm run backup:key di komputer lain. Tanpa segel hanya dengan --terbuka.`,
      'To whom is this backup sealed? It holds reports and the secret of the server. Make a recipient with npm run backup:key on another computer; --terbuka leaves it open.',
    )
  const env = serverEnv()
  const { backUp } = await import('./back-up.ts')
  const target = absolute(file)
  const recipients = values.kepada ? readRecipients(values.kepada) : null
  const report = await backUp({ env, file: target, recipients })
  const rows = report.rows === null ? 'tanpa basis data' : `${report.rows} baris`
  console.log(`Tersimpan: ${target} (${rows}, ${report.media} berkas unggahan).`)
  for (const name of report.expired) console.log(`Dihapus karena lebih tua daripada 30 hari: ${name}`)
  if (report.unknown.length > 0)
    console.log(`TIDAK ikut, karena tidak dikenal: ${report.unknown.join(', ')} (not in the backup: unknown)`)
  if (recipients === null)
    console.log(
      'Cadangan ini TERBUKA: siapa yang memegangnya membaca semua akun dan rahasia server. (It is open.)',
    )
  if (report.rows === null) console.log(mongoHint)
})
