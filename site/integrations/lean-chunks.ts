import type { Plugin } from 'vite'

/**
 * Few files instead of many small ones: each is a request of its own, and a browser sends six at a time over HTTP/1.1. What
 * every page with script needs is one file, what the pages of the check share is another, and what their results share a third.
 */
export function leanChunks(): Plugin {
  return {
    name: 'lean-chunks',
    configEnvironment: name =>
      name === 'client'
        ? {
            build: {
              rolldownOptions: {
                output: {
                  codeSplitting: {
                    groups: [
                      {
                        name: 'runtime',
                        test: /node_modules[\\/]preact[\\/]|vite[\\/]preload-helper|src[\\/]i18n[\\/]fill\.ts|site[\\/]format\.ts/,
                        priority: 1,
                      },
                      {
                        // Pages that only offer to be kept load this and no runtime.
                        name: 'keep',
                        test: /site[\\/](?:routes|offline[\\/](?:keep|installed|scopes))\.ts$/,
                        priority: 2,
                      },
                      {
                        // Shared by two results, but not needed by the walk before one of them.
                        name: 'result-parts',
                        test: /[\\/](?:site[\\/]islands[\\/]check[\\/](?:Share|ReadAloud|result-picture|explain)|src[\\/]risk[\\/]steps)\.tsx?$/,
                        priority: 1,
                      },
                      {
                        name: 'check',
                        test: /[\\/](?:site[\\/](?:islands[\\/]check|components)|src[\\/](?:risk|i18n))[\\/]/,
                        minShareCount: 2,
                      },
                    ],
                  },
                },
              },
            },
          }
        : null,
  }
}
