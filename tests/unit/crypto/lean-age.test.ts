import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { withoutUnusedKinds } from '#site/integrations/lean-age.ts'

const entry = readFileSync('node_modules/age-encryption/dist/index.js', 'utf8')

describe('the lean age of the phone', () => {
  test('keeps the hybrid kind and nothing else', () => {
    const lean = withoutUnusedKinds(entry)
    const imported = [...lean.matchAll(/^import \{([^}]*)\} from "\.\/recipients\.js"/gm)].map(match =>
      match[1]?.trim(),
    )
    expect(imported).toEqual(['HybridIdentity, HybridRecipient'])
  })

  test('throws where a kind that was left out is used', () => {
    expect(withoutUnusedKinds(entry)).toContain('class ScryptRecipient { constructor() { throw')
  })

  test('stops the build when the library changes its shape', () => {
    expect(() => withoutUnusedKinds('export const x = 1')).toThrow('does not import')
  })
})
