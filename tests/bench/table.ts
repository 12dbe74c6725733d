/** Prints one row of a Markdown table. */
export const say = (...cells: (string | number)[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`)

/** Prints the head of a table whose first column is text and the others are numbers. */
export function head(first: string, ...others: string[]): void {
  say(first, ...others)
  say('---', ...others.map(() => '---:'))
}

export const median = (list: readonly number[]) =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
