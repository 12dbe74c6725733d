import { readFileSync } from 'node:fs'
import react from '@astrojs/react'
import { defineConfig } from 'astro/config'
import { cards } from './site/integrations/cards.ts'
import { lawReview } from './site/integrations/law-review.ts'
import { leanAge } from './site/integrations/lean-age.ts'
import { leanPages } from './site/integrations/lean-pages.ts'
import { offline } from './site/integrations/offline.ts'
import { search } from './site/integrations/search.ts'
import { inlineHash } from './site/islands/exit/inline-script.ts'

/**
 * The islands are React source that runs on preact/compat: 26.6 kB instead of 77.1 kB for the check.
 * Exact expressions, and the same aliases for server and client, or `useId` and `astro dev` break.
 */
const preact = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom\/server$/, replacement: 'preact/compat/server' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react\/jsx-dev-runtime$/, replacement: 'preact/jsx-runtime' },
]

/** React's own reload of components cannot see Preact: in development a changed island loads its page again. */
const noFastRefresh = {
  name: 'no-fast-refresh',
  enforce: 'post',
  config: () => ({ oxc: { jsx: { refresh: false } } }),
}

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:8080',
  srcDir: './site',
  publicDir: './public',
  // A build of one release must not disturb another: the publisher names both folders.
  outDir: process.env.SITE_OUT ?? './.build/site',
  cacheDir: process.env.SITE_CACHE ?? './.cache/astro',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always', assets: '_a' },
  // Inline styles and the islands' start script are allowed by hash alone; the header of the server adds what a meta cannot say.
  security: {
    csp: {
      // Dropped again by leanPages() where a page has no exit.
      scriptDirective: {
        hashes: [inlineHash(readFileSync(new URL('./site/islands/exit/leave.js', import.meta.url), 'utf8'))],
      },
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
  // HTML's own rules of white space: a line break before an inline element is a space.
  compressHTML: true,
  // There is no Markdown here; its highlighter would only warn that the content policy forbids its styles.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [lawReview(), react(), leanPages(), offline(), cards(), search()],
  i18n: { defaultLocale: 'id', locales: ['id', 'en'], routing: { prefixDefaultLocale: false } },
  vite: {
    plugins: [leanAge(), noFastRefresh],
    resolve: { alias: preact, noExternal: ['react-hook-form'] },
    build: { target: 'chrome107' },
    // For development: what only the islands import is found too late, and their first visit would get no script.
    optimizeDeps: {
      include: [
        '@hcaptcha/react-hcaptcha',
        '@noble/curves/ed25519.js',
        '@noble/hashes/hkdf.js',
        '@noble/hashes/hmac.js',
        '@noble/hashes/sha2.js',
        '@noble/hashes/utils.js',
        '@scure/base',
        'age-encryption',
        'altcha-lib',
        'altcha-lib/algorithms/web/pbkdf2',
        'react-hook-form',
        'zod',
      ],
    },
  },
})
