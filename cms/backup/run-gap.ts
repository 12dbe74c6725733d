/** `npm run figures:gap`: shows and ends the gap that a restore left among the figures. See docs/operators.md. */
import { getPayload } from 'payload'
import { readGap } from '#cms/endpoints/figure-gap.ts'
import { readFigures } from '#cms/endpoints/figure-releases.ts'
import { loadSettings } from '#cms/env.ts'
import { absolute, readArguments, runCommand } from './arguments.ts'
import { endGap, readCopy } from './end-gap.ts'

const usage = [
  '  npm run figures:gap',
  '  npm run figures:gap -- --salinan angka-lama.json --salinan angka-baru.json --tutup',
  '  npm run figures:gap -- --tidak-ada --tutup',
].join('\n')

await runCommand(async () => {
  loadSettings()
  const flag = { type: 'boolean' } as const
  const options = { salinan: { type: 'string', multiple: true }, 'tidak-ada': flag, tutup: flag } as const
  const { asUsage, positionals, values } = readArguments(options, usage)
  const isCopied = values.salinan !== undefined
  const isNone = values['tidak-ada'] ?? false
  if (positionals.length > 0 || (values.tutup ? isCopied === isNone : isCopied || isNone)) throw asUsage()
  const copies = (values.salinan ?? []).map(file => readCopy(absolute(file)))
  const { default: config } = await import('#cms/payload.config.ts')
  const payload = await getPayload({ config })
  try {
    if (values.tutup) {
      const added = await endGap(payload, copies)
      console.log(
        `Celah ditutup; ${added} angka dari salinan dicatat sebagai pernah terbit. (The gap is closed.)`,
      )
      return
    }
    const gap = await readGap(payload)
    const { held } = await readFigures(payload)
    const count = held.filter(({ why }) => why === 'gap').length
    console.log(
      gap === null
        ? 'Tidak ada celah angka. (No gap is open.)'
        : `Celah: dari ${gap.from} sampai ${gap.until}. Ditahan karenanya: ${count} angka.\nCari salinan angka.json (halaman Data) yang diunduh orang dalam masa itu, lalu:\n${usage}\n(Find copies of angka.json that people downloaded in that span.)`,
    )
  } finally {
    await payload.destroy()
  }
})
