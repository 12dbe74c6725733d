import { getViteConfig } from 'astro/config'
import { defineConfig } from 'vitest/config'

const node = { environment: 'node' as const }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...node,
          name: 'unit',
          testTimeout: 30_000,
          include: ['tests/{unit,flows,contract,repo,desk}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...node,
          name: 'cms',
          include: ['tests/cms/**/*.test.ts'],
          testTimeout: 60_000,
          // The whole starting content goes in, and a stand-in for MongoDB is slow.
          hookTimeout: 600_000,
          maxWorkers: 2,
        },
      },
      getViteConfig({
        test: {
          ...node,
          name: 'site',
          include: ['tests/site/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/helpers/site-build.ts'],
          testTimeout: 60_000,
        },
      }),
    ],
  },
})
