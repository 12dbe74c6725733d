import { expect, test } from 'vitest'
import { filePolicy, policyOf } from '#cms/jobs/page-policy.ts'

const directive = (policy: string | null, name: string) =>
  policy?.split('; ').find(part => part.startsWith(`${name} `)) ?? ''

test('a script file, which may be a worker, may load scripts and ask its own host, and nothing foreign', () => {
  for (const address of ['/luring.js', '/_a/pekerja.Bx1.js', '/pagefind/pagefind-worker.js', '/alat.mjs']) {
    const policy = policyOf(address, () => "self.addEventListener('fetch', answer)")
    expect(directive(policy, 'script-src'), address).toBe("script-src 'self'")
    expect(directive(policy, 'connect-src'), address).toBe("connect-src 'self'")
    expect(policy, address).toContain("default-src 'none'")
    expect(policy, address).not.toMatch(/unsafe|https?:/)
  }
})

test('a worker that uses WebAssembly may compile it', () => {
  const policy = policyOf('/pagefind/pagefind-worker.js', () => 'WebAssembly.instantiate(bytes)')
  expect(directive(policy, 'script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'")
})

test('what is no page and no script is answered under the closed policy', () => {
  for (const address of ['/kartu.png', '/data/angka.csv', '/tanda.svg', '/pagefind/wasm.id.pagefind'])
    expect(policyOf(address, () => 'WebAssembly')).toBeNull()
  expect(directive(filePolicy, 'default-src')).toBe("default-src 'none'")
})
