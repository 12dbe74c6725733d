/** `npm run restore`: see docs/operators.md. */
import { createInterface } from 'node:readline/promises'
import { loadSettings, serverEnv } from '#cms/env.ts'
import { absolute, readArguments, readIdentities, runCommand } from './arguments.ts'
import { BackupProblem } from './problem.ts'

const usage = [
  '  npm run restore -- BERKAS --kunci kunci.txt [--hash SIDIK] [--daftar kunci.json] [--lewat-umur]',
  '  DATA_DIR harus kosong; berkas pin, CURRENT, dan releases boleh ada.',
].join('\n')

await runCommand(async () => {
  loadSettings()
  const text = { type: 'string' } as const
  const options = { kunci: text, hash: text, daftar: text, 'lewat-umur': { type: 'boolean' } } as const
  const { asUsage, positionals, values } = readArguments(options, usage)
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw asUsage()
  const env = serverEnv()
  const { restore } = await import('./restore.ts')
  const report = await restore({
    env,
    file: absolute(file),
    identities: values.kunci ? readIdentities(values.kunci) : null,
    listFile: values.daftar ? absolute(values.daftar) : null,
    askHash: () => askHash(values.hash),
    mayBeTooOld: values['lewat-umur'] ?? false,
  })
  const lines = [
    `Dipulihkan ke ${env.dataDir}: keadaan ${report.made.toISOString()}, ${report.media} berkas unggahan.`,
    `Laporan yang waktunya habis dan langsung dihapus: ${report.deletedReports}.`,
    ...(report.isListAdded ? ['Daftar kunci diambil dari rilis terakhir, sesuai pin.'] : []),
    ...(report.accounts === 0 ? [] : accountLines(report)),
    'Angka kantor yang masanya mulai sampai hari ini ditahan: npm run figures:gap menjelaskan.',
    'Yang ditarik dari situs sesudah cadangan dibuat tayang lagi pada pembangunan pertama: periksa, lalu tarik lagi.',
    `(Restored. All accounts are shut: open an administrator's with npm run staff:link, the others from there. Figures of`,
    'offices are held: see npm run figures:gap. What was taken down after the backup must be taken down again.)',
  ]
  console.log(lines.join('\n'))
})

function accountLines({ accounts, admins }: { accounts: number; admins: readonly string[] }): string[] {
  return [
    `Semua ${accounts} akun ditutup: siapa yang keluar sesudah cadangan tidak boleh kembali. Buka akun pengelola, lalu yang lain dari halaman akun:`,
    ...admins.map(email => `  npm run staff:link -- ${email}`),
  ]
}

async function askHash(given: string | undefined): Promise<string> {
  if (given !== undefined) return given
  if (!process.stdin.isTTY)
    throw new BackupProblem(
      'Tidak ada pin daftar kunci di mesin ini. Tambahkan --hash dengan sidik yang diumumkan para anggota, bukan yang tertulis di cadangan.',
      'No pin of the key list stands here. Add --hash with what members published, not with what a backup says.',
    )
  const ask = createInterface({ input: process.stdin, output: process.stdout })
  const question = [
    'Tidak ada pin daftar kunci di mesin ini. Telepon dua anggota kotak laporan, atau baca di tempat mereka mengumumkannya.',
    '(No pin stands here. Call two members of an inbox, or read where they published it.)',
    'Sidik daftar kunci (64 huruf): ',
  ].join('\n')
  try {
    return await ask.question(question)
  } finally {
    ask.close()
  }
}
