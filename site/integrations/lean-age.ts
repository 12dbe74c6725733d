import type { Plugin } from 'vite'

/** What the phone never uses of age: passphrases and every recipient that is not hybrid. `src/crypto/age.ts` refuses them first. */
const unused = [
  'ScryptIdentity',
  'ScryptRecipient',
  'X25519Identity',
  'X25519Recipient',
  'TagRecipient',
  'HybridTagRecipient',
]
const imports = /^import \{([^}]*)\} from "\.\/recipients\.js";$/gm

/**
 * The source of age-encryption's entry with the unused kinds replaced by classes that throw, so that scrypt and the NIST
 * curves fall out of the bundle.
 * @throws Error when the entry no longer imports them as expected: a new version wants a new look.
 */
export function withoutUnusedKinds(source: string): string {
  const left = new Set(unused)
  const lean = source.replace(imports, (_, list: string) => {
    const names = list.split(',').map(name => name.trim())
    const kept = names.filter(name => !left.delete(name))
    return kept.length > 0 ? `import { ${kept.join(', ')} } from "./recipients.js";` : ''
  })
  if (left.size > 0)
    throw new Error(`lean-age: age-encryption does not import ${[...left].join(', ')} any more`)
  const stubs = unused.map(
    name => `class ${name} { constructor() { throw new Error("${name} is not in this bundle") } }`,
  )
  return `${lean}\n${stubs.join('\n')}\n`
}

/** Halves the sealing chunk of the site. The desk's bundle keeps the whole library. */
export function leanAge(): Plugin {
  return {
    name: 'lean-age',
    enforce: 'pre',
    config: () => ({
      build: {
        rolldownOptions: { treeshake: { manualPureFunctions: ['QSF', 'ecdhKem', 'createKitchenSink'] } },
      },
    }),
    transform(code, id) {
      return id.endsWith('/age-encryption/dist/index.js') ? withoutUnusedKinds(code) : null
    },
  }
}
