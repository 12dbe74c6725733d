import type { Env } from './env.ts'

/** What the start says at the shell: one line for each step, with how long it took. No address of a visitor, no secret. */
export function progress() {
  const began = Date.now()
  const say = (line: string) => console.log(`  ${line}`)
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const start = Date.now()
    console.log(`• ${name} …`)
    const result = await work()
    const note = result === false ? 'sudah ada' : `selesai, ${seconds(Date.now() - start)}`
    console.log(`  ${name}: ${note}`)
    return result
  }
  const ready = (env: Env) => {
    const lines = [
      `\nSiap dalam ${seconds(Date.now() - began)}.`,
      `  Situs  ${env.siteUrl}/`,
      `  CMS    ${env.adminUrl}/admin`,
      `  Meja   ${env.deskUrl}/`,
      `  Data   ${env.dataDir}`,
      '  Berhenti dengan Ctrl+C.',
    ]
    console.log(lines.join('\n'))
  }
  return { say, step, ready }
}
function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} detik`
}
