import { expect, type APIResponse, type Browser, type Page } from '@playwright/test'
import { signInAs, type Who } from './people'

/** Somebody with a browser of their own: what is kept in one never leaves it. */
export async function officer(browser: Browser, who: Who): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await signInAs(page, who)
  return page
}

/** A panel of five on one item, set up as its form does it. */
export async function panel(page: Page, title: string, rules: object[] = []): Promise<number> {
  const form = (await (await page.request.get('/api/panels/form')).json()) as {
    officials: { account: number; name: string }[]
  }
  const account = (name: string) => form.officials.find((one) => one.name === name)?.account
  const made = await send(page, '/api/panels', {
    title,
    use: 'project-evaluation',
    items: [
      {
        title: '硫化物固态电池电解质',
        fields: ['solid-state-battery'],
        parties: [{ role: 'applicant', name: '某公司' }],
      },
    ],
    groups: [{ name: '评审专家', seats: 5 }],
    rules,
    duties: {
      firstDrawer: account('程皖生'),
      secondDrawer: account('吴越'),
      supervisor: account('沈鉴'),
    },
  })
  return ((await made.json()) as { id: number }).id
}

/** Sends what a page of the platform would send. */
export async function send(
  page: Page,
  path: string,
  data: object,
  version?: number,
): Promise<APIResponse> {
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')
  const answer = await page.request.post(path, {
    headers: {
      'X-XSRF-TOKEN': token?.value ?? '',
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
    },
    data,
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer
}

/** Where mails lead to that the platform would have sent, the latest first. */
export async function letters(page: Page, address: RegExp): Promise<string[]> {
  const mails = (await (await page.request.get('/api/demo/outbox')).json()) as {
    link?: string | null
  }[]
  return mails
    .map(({ link }) => new URL(link ?? '/', 'http://platform').pathname)
    .filter((path) => address.test(path))
}
