import { writeFile } from 'node:fs/promises'
import check from '#src/i18n/id/check.json' with { type: 'json' }
import rules from '#src/i18n/id/rules.json' with { type: 'json' }
import { flowGraph } from '#src/risk/graph.ts'

/** Draws the flow of questions into the docs; a test fails while the committed drawing is not this one. */
await writeFile('docs/rules-flow.svg', flowGraph(check, rules.signs))
process.stdout.write('docs/rules-flow.svg\n')
