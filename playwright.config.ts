import { defineConfig } from '@playwright/test'
import { findChromium } from '#tests/helpers/chromium.ts'

const chromium = findChromium()

/** One real server for each worker, whose files run one after another; each leaves the content as it found it. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  globalSetup: './tests/helpers/e2e-setup.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  // Two browsers, two servers and their builds share a machine there: what passes only at the second try is told as flaky.
  retries: process.env.CI ? 1 : 0,
  // Generous, for a busy machine: speed is measured by `npm run bench:*`, not tested.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    // Without one a missed click waits as long as the whole test may take.
    actionTimeout: 60_000,
    navigationTimeout: 120_000,
    // Recording costs every test time; on a machine that is thrown away nobody opens it.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  },
})
