import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { typedIn } from '#cms/env.ts'
import { BackupProblem } from './problem.ts'

/**
 * What was typed, or the usage as a problem.
 * @param usage lines that show how the command is used
 */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
) {
  const asUsage = () => new BackupProblem(`Pemakaian:\n${usage}`, 'The command is used as shown.')
  try {
    const parsed = parseArgs({ options, allowPositionals: true, strict: true })
    return { values: parsed.values, positionals: parsed.positionals, asUsage }
  } catch {
    throw asUsage()
  }
}

/** A path as the person meant it: from the folder where it was typed. */
export const absolute = (given: string): string => path.resolve(typedIn(), given)

/** The recipients that were named: each a recipient itself, or a file with one a line, as `age -R` takes it. */
export function readRecipients(given: readonly string[]): string[] {
  return given.flatMap(one => (one.startsWith('age1') ? [one] : linesOf(one, '--kepada')))
}

/** The identities of a file as `age-keygen -pq` and `npm run backup:key` write it. */
export function readIdentities(given: string): string[] {
  const lines = linesOf(given, '--kunci')
  if (lines.length > 0 && lines.every(line => line.startsWith('AGE-SECRET-KEY-PQ-1'))) return lines
  throw new BackupProblem(
    'Berkas kunci berisi baris AGE-SECRET-KEY-PQ-1…. Bila berkas itu sendiri tersegel, buka dulu dengan age -d.',
    'An identity file has a line AGE-SECRET-KEY-PQ-1…. If it is sealed itself, open it with age -d first.',
  )
}

function linesOf(given: string, option: string): string[] {
  const file = absolute(given)
  if (!existsSync(file))
    throw new BackupProblem(`${option}: tidak ada berkas ${file}.`, `${option}: there is no such file.`)
  return readFileSync(file, 'utf8')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
}

/** Runs a command to its exit code; a failure is told in words. */
export async function runCommand(work: () => Promise<void>): Promise<never> {
  try {
    await work()
    process.exit(0)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
