/** `npm run backup:key`: makes the key of backups, on a computer that is not the server. See docs/operators.md. */
import { writeFileSync } from 'node:fs'
import { newIdentity, recipientOf } from '#src/crypto/age.ts'
import { absolute, readArguments, runCommand } from './arguments.ts'
import { BackupProblem, explained } from './problem.ts'

await runCommand(async () => {
  const { asUsage, positionals } = readArguments({}, '  npm run backup:key -- kunci.txt penerima.txt')
  const [secretFile, publicFile, ...more] = positionals
  if (!secretFile || !publicFile || more.length > 0) throw asUsage()
  const identity = await newIdentity()
  const recipient = await recipientOf(identity)
  write(secretFile, `# public key: ${recipient}\n${identity}\n`, 0o600)
  write(publicFile, `${recipient}\n`, 0o644)
  console.log(
    `Kunci rahasia: ${absolute(secretFile)}. Simpan di luar server, dua salinan.\nPenerima: ${absolute(publicFile)}. Salin ke server.\n(Keep the secret key away from the server, two copies. Copy the recipient to the server.)`,
  )
})

function write(file: string, text: string, mode: number): void {
  try {
    writeFileSync(absolute(file), text, { mode, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw explained(error)
    throw new BackupProblem(
      `${absolute(file)} sudah ada dan tidak ditimpa.`,
      'It exists and is not overwritten.',
    )
  }
}
