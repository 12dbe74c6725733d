import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { resources } from '#src/i18n/t.ts'
import { flowGraph } from '#src/risk/graph.ts'

test('the committed drawing of the flow is that of the rules (else run npm run rules:graph)', () => {
  const drawn = flowGraph(resources.id.check, resources.id.rules.signs)
  expect(readFileSync('docs/rules-flow.svg', 'utf8')).toBe(drawn)
})
