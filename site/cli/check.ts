import { once } from 'node:events'
import rules from '#src/i18n/id/rules.json' with { type: 'json' }
import { jakartaDay } from '#src/calendar.ts'
import { callValues, withCalls } from '#src/content/calls.ts'
import { parsePublic } from '#src/content/public-api.ts'
import lines from '#src/content/seed/help-lines.json' with { type: 'json' }
import check from '#src/i18n/id/check.json' with { type: 'json' }
import { type Review, reviewAnswers, reviewMessage } from '#src/risk/review.ts'
import { rulesJson } from '#src/risk/rules-json.ts'
import { linesOf, MAX_LINE } from './lines.ts'

/**
 * The reviewer's door: JSON Lines in, one judged line each out. A bad line, and what was left out of a good one, is named on
 * standard error with its number; the rest goes on. Exit status: 0 all counted, 1 something did not, 2 not told what to do.
 */
const reviewers = { answers: reviewAnswers, messages: reviewMessage } as const

/** A reader that has seen enough (`| head`) closes the pipe: that is no fault. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

async function review(judge: (line: string) => Review): Promise<void> {
  for await (const { number, text } of linesOf(process.stdin)) {
    const say = (what: string) => {
      process.exitCode = 1
      process.stderr.write(`line ${number}: ${what}\n`)
    }
    try {
      if (text === null) throw new Error(`longer than ${MAX_LINE} characters`)
      if (text.trim() === '') continue
      const { line, left } = judge(text)
      for (const what of left) say(`left out: ${what}`)
      await print(`${JSON.stringify(line)}\n`)
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
}

const [command = ''] = process.argv.slice(2)
if (command === 'rules') {
  const values = callValues(parsePublic('help-lines', lines), jakartaDay(), check.calls, 'id')
  await print(`${JSON.stringify(rulesJson(withCalls(rules, values)), null, 2)}\n`)
} else if (Object.hasOwn(reviewers, command)) {
  await review(reviewers[command as keyof typeof reviewers])
} else {
  process.stderr.write(
    'usage: npm run -s check -- rules | answers | messages   (answers and messages read JSON Lines on standard input)\n',
  )
  process.exitCode = 2
}
