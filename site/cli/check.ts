import { createInterface } from 'node:readline'
import rules from '#src/i18n/id/rules.json' with { type: 'json' }
import { reviewAnswers, reviewMessage } from '#src/risk/review.ts'
import { rulesJson } from '#src/risk/rules-json.ts'

/** The reviewer's door: JSON Lines in, one judged line each out; a bad line is named on standard error and the rest goes on. */
const reviewers = { answers: reviewAnswers, messages: reviewMessage } as const

async function review(judge: (line: string) => unknown): Promise<number> {
  let number = 0
  let bad = 0
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (text.trim() === '') continue
    try {
      process.stdout.write(`${JSON.stringify(judge(text))}\n`)
    } catch (error) {
      bad += 1
      process.stderr.write(`line ${number}: ${error instanceof Error ? error.message : error}\n`)
    }
  }
  return bad === 0 ? 0 : 1
}

const [command = ''] = process.argv.slice(2)
if (command === 'rules') {
  process.stdout.write(`${JSON.stringify(rulesJson(rules), null, 2)}\n`)
} else if (Object.hasOwn(reviewers, command)) {
  process.exitCode = await review(reviewers[command as keyof typeof reviewers])
} else {
  process.stderr.write(
    'usage: npm run -s check -- rules | answers | messages   (answers and messages read JSON Lines on standard input)\n',
  )
  process.exitCode = 2
}
