import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/**
 * `shell`: the built pages alone, with made-up answers of the server; needs only a browser.
 * `pages`: every page of the whole platform at ZHIQIAO_E2E_URL, which is left as it is.
 * `stories`: what people do there, one after the other.
 */
const platform = process.env['ZHIQIAO_E2E_URL']
const chromium = process.env['ZHIQIAO_TEST_CHROMIUM'] ?? '/usr/bin/chromium'
const port = Number(process.env['ZHIQIAO_DEV_PORT'] ?? 5173)

if (!existsSync(chromium)) {
  throw new Error(
    `There is no browser at ${chromium}: install chromium or set ZHIQIAO_TEST_CHROMIUM`,
  )
}
if (!platform) {
  const told = 'ZHIQIAO_E2E_URL is not set: the stories need a running platform'
  if (process.env['ZHIQIAO_TEST_REQUIRE']) throw new Error(told)
  console.warn(`SKIPPED: ${told}`)
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  reporter: process.env['CI']
    ? [['list'], ['junit', { outputFile: 'test-results/e2e.xml' }]]
    : 'list',
  forbidOnly: true,
  workers: 1,
  timeout: 60_000,
  // Reading a whole pool takes longer on a machine that builds meanwhile.
  expect: { timeout: 15_000 },
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    {
      name: 'shell',
      testDir: 'e2e/shell',
      fullyParallel: true,
      use: { baseURL: `http://127.0.0.1:${port}` },
    },
    ...(platform
      ? [
          {
            name: 'pages',
            testDir: 'e2e/pages',
            fullyParallel: true,
            use: { baseURL: platform, trace: 'off' as const },
          },
          { name: 'stories', testDir: 'e2e/stories', use: { baseURL: platform } },
        ]
      : []),
  ],
  webServer: {
    command: 'npm run preview',
    url: `http://127.0.0.1:${port}/mark.svg`,
    reuseExistingServer: false,
  },
})
