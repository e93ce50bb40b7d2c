import type { Page } from '@playwright/test'

/** People of the demonstration. */
export type Who =
  | 'expert'
  | 'newcomer'
  | 'firm'
  | 'hefei'
  | 'wuhu'
  | 'province'
  | 'information'
  | 'auditor'
  | 'admin'

/** What the public directory shows first. */
interface Listed {
  items: { card: { id: number } }[]
}

/** Signs in by the demonstration's own account, as its button on the sign-in page does. */
export async function signInAs(page: Page, who: Who): Promise<void> {
  await page.goto('/sign-in')
  const accounts = (await (await page.request.get('/api/demo/accounts')).json()) as {
    email: string
    displayName: string
  }[]
  const account = accounts.find(({ email }) => email.startsWith(`${who}@`))
  if (!account) throw new Error(`The demonstration has no account ${who}`)
  await page.getByRole('button', { name: new RegExp(account.displayName) }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** Signs out by forgetting the session, as a browser does that is closed. */
export async function forget(page: Page): Promise<void> {
  await page.context().clearCookies()
}

/** The key of somebody or something that everybody may see. */
export async function firstOf(page: Page, kind: 'experts' | 'demands'): Promise<number> {
  const listed = (await (await page.request.get(`/api/directory/${kind}?size=1`)).json()) as Listed
  const first = listed.items[0]
  if (!first) throw new Error(`The demonstration shows no ${kind}`)
  return first.card.id
}
