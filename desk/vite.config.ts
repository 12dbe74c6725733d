import { defineConfig } from 'vite'

/** The desk is a static bundle on a host of its own. React source on preact/compat, like the site's islands. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  // Not the site's: two development servers in one cache throw out each other's modules.
  cacheDir: '../.cache/vite-desk',
  resolve: {
    alias: [
      { find: /^react$/, replacement: 'preact/compat' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react\/jsx-dev-runtime$/, replacement: 'preact/jsx-runtime' },
    ],
  },
  build: {
    outDir: '../.build/desk',
    emptyOutDir: true,
    target: 'chrome107',
    // The policy of the desk forbids inline script and data: files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  // What only the worker imports is found too late for the first visit in development.
  optimizeDeps: {
    include: [
      '@noble/curves/ed25519.js',
      '@noble/hashes/hkdf.js',
      '@noble/hashes/hmac.js',
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      '@scure/base',
      'age-encryption',
    ],
  },
})
