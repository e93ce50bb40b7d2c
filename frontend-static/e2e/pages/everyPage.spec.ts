import { readdirSync, readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../accessible'
import { firstOf, signInAs, type Who } from '../people'

/** Every route of the application, by whom it is looked at, and at which address. */
const PAGES: Record<Who | 'anybody', Record<string, (page: Page) => Promise<string> | string>> = {
  anybody: {
    '/': () => '/',
    '/about/api': () => '/about/api',
    '/sign-in': () => '/sign-in',
    '/register': () => '/register',
    '/confirm': () => '/confirm?token=outworn',
    '/forgot-password': () => '/forgot-password',
    '/reset': () => '/reset?token=outworn',
    '/setup': () => '/setup',
    '/demo/outbox': () => '/demo/outbox',
    '/demands': () => '/demands',
    '/demands/:id(\\d+)': async (page) => `/demands/${await firstOf(page, 'demands')}`,
    '/experts': () => '/experts?q=电池',
    '/search/stories': () => '/search/stories?q=电池',
    '/experts/:id(\\d+)': async (page) => `/experts/${await firstOf(page, 'experts')}`,
    '/concepts': () => '/concepts',
    '/vocabulary': () => '/vocabulary',
    '/vocabulary/:scheme': () => '/vocabulary/cities',
    '/invitations/:token': () => '/invitations/outworn',
    '/invitations/:token/review': () => '/invitations/outworn/review',
    '/invitations/:token/credit': () => '/invitations/outworn/credit',
    '/panels/published': () => '/panels/published',
    '/cooperation': () => '/cooperation?country=DE',
    '/cooperation/:id(\\d+)': async (page) =>
      `/cooperation/${(await first<{ id: number }>(page, '/api/cooperation?size=1')).id}`,
    '/countries/:code([A-Z]{2})': () => '/countries/DE',
    '/cities/:code([a-z]+)': () => '/cities/hefei',
    '/research': () => '/research?theme=policy',
    '/research/:id(\\d+)': async (page) =>
      `/research/${(await first<{ id: number }>(page, '/api/research?kind=study&size=1')).id}`,
    '/guides': () => '/guides',
    '/guides/:id(\\d+)': async (page) =>
      `/guides/${(await first<{ id: number }>(page, '/api/research?kind=guide&size=1')).id}`,
    '/stories': () => '/stories?country=DE',
    '/stories/:id(\\d+)': async (page) => `/stories/${await story(page)}`,
    '/panels/published/:id(\\d+)': () => '/panels/published/999999',
    '/declarations/:token': () => '/declarations/outworn',
    '/newsletters': () => '/newsletters',
    '/newsletters/confirm': () => '/newsletters/confirm?token=outworn',
    '/newsletters/stop': () => '/newsletters/stop?token=outworn',
    '/engagements/:token': () => '/engagements/outworn',
  },
  expert: {
    '/account': () => '/account',
    '/workspace': () => '/workspace',
    '/workspace/profile': () => '/workspace/profile',
    '/workspace/fitting': () => '/workspace/fitting',
    '/workspace/interests': () => '/workspace/interests',
    '/workspace/credit': () => '/workspace/credit',
    '/workspace/declarations/:id(\\d+)': () => '/workspace/declarations/999999',
    '/workspace/invitations': () => '/workspace/invitations',
    '/workspace/engagements': () => '/workspace/engagements',
    '/workspace/engagements/:id(\\d+)': async (page) =>
      `/workspace/engagements/${await engagement(page)}`,
    '/workspace/invitations/:id(\\d+)': () => '/workspace/invitations/999999',
    '/workspace/invitations/:id(\\d+)/review': () => '/workspace/invitations/999999/review',
  },
  newcomer: { '/workspace/profile': () => '/workspace/profile' },
  firm: {
    '/workspace/demands': () => '/workspace/demands',
    '/workspace/demands/new': () => '/workspace/demands/new',
    '/workspace/demands/:id(\\d+)/edit': async (page) =>
      `/workspace/demands/${await ownDemand(page)}/edit`,
    '/demands/:id(\\d+)/matches': async (page) => `/demands/${await ownDemand(page)}/matches`,
    '/demands/:id(\\d+)/team': async (page) => `/demands/${await ownDemand(page)}/team`,
    '/demands/:id(\\d+)/shortlist': async (page) => `/demands/${await ownDemand(page)}/shortlist`,
    '/workspace/organisation': () => '/workspace/organisation',
    '/organisations': () => '/organisations',
    '/workspace/notifications': () => '/workspace/notifications',
    '/workspace/notification-settings': () => '/workspace/notification-settings',
    '/workspace/newsletters': () => '/workspace/newsletters',
    '/workspace/newsletters/new': () => '/workspace/newsletters/new',
    '/organisations/:id(\\d+)': async (page) => `/organisations/${await organisation(page, 0)}`,
  },
  hefei: {
    '/workspace/demand-reviews': () => '/workspace/demand-reviews',
    '/workspace/picture': () => '/workspace/picture?columns=country&show=people',
    '/workspace/triage': () => '/workspace/triage',
    '/workspace/engagement-figures': () => '/workspace/engagement-figures',
    '/workspace/outcomes': () => '/workspace/outcomes',
    '/workspace/picture/concentration': () => '/workspace/picture/concentration?by=industry',
    '/workspace/picture/trend': () => '/workspace/picture/trend?city=hefei',
    '/workspace/picture/flows': () => '/workspace/picture/flows',
    '/workspace/picture/map': () => '/workspace/picture/map?show=people',
    '/workspace/picture/report': () => '/workspace/picture/report?city=hefei&year=2025',
    '/workspace/research': () => '/workspace/research',
    '/workspace/research/new': () => '/workspace/research/new?kind=guide',
    '/workspace/research/:id(\\d+)': () => '/workspace/research/999999',
    '/workspace/research/:id(\\d+)/edit': () => '/workspace/research/999999/edit',
    '/workspace/panels/new': () => '/workspace/panels/new',
    '/workspace/panels/:id(\\d+)': async (page) => `/workspace/panels/${await panel(page)}`,
    '/workspace/panels/:id(\\d+)/edit': async (page) =>
      `/workspace/panels/${await panel(page)}/edit`,
    '/workspace/panels/:id(\\d+)/pool': async (page) =>
      `/workspace/panels/${await panel(page)}/pool`,
    '/workspace/panels/:id(\\d+)/draws/:number(\\d+)': async (page) =>
      `/workspace/panels/${await panel(page)}/draws/1`,
    '/workspace/panels/:id(\\d+)/choices/new': async (page) =>
      `/workspace/panels/${await panel(page)}/choices/new`,
    '/workspace/panels/:id(\\d+)/choices/:number(\\d+)': async (page) =>
      `/workspace/panels/${await panel(page)}/choices/999`,
    '/workspace/panels/:id(\\d+)/review': async (page) =>
      `/workspace/panels/${await panel(page)}/review`,
    '/workspace/panels': () => '/workspace/panels',
  },
  wuhu: { '/workspace': () => '/workspace' },
  information: {
    '/workspace': () => '/workspace',
    '/workspace/articles': () => '/workspace/articles',
    '/workspace/cooperation': () => '/workspace/cooperation',
    '/workspace/cooperation/import': () => '/workspace/cooperation/import',
    '/workspace/cooperation/new': () => '/workspace/cooperation/new',
    '/workspace/cooperation/:id(\\d+)': () => '/workspace/cooperation/999999',
    '/workspace/cooperation/:id(\\d+)/edit': () => '/workspace/cooperation/999999/edit',
    '/workspace/articles/new': () => '/workspace/articles/new',
    '/workspace/articles/:id(\\d+)': async (page) => `/workspace/articles/${await story(page)}`,
    '/workspace/articles/:id(\\d+)/edit': async (page) =>
      `/workspace/articles/${await story(page)}/edit`,
  },
  province: {
    '/workspace/cooperation/follow-up': () => '/workspace/cooperation/follow-up?year=2025',
    '/workspace/cooperation/:id(\\d+)/years/:year(\\d{4})': async (page) =>
      `/workspace/cooperation/${(await first<{ id: number }>(page, '/api/cooperation?kind=base&size=1')).id}/years/2025`,
    '/workspace/article-reviews': () => '/workspace/article-reviews',
    '/experts/:id(\\d+)/edit': async (page) => `/experts/${await firstOf(page, 'experts')}/edit`,
    '/workspace/experts/new': () => '/workspace/experts/new',
    '/workspace/verification': () => '/workspace/verification',
    '/workspace/duplicates': () => '/workspace/duplicates',
    '/workspace/duplicates/:one(\\d+)/:other(\\d+)': async (page) => {
      const one = await firstOf(page, 'experts')
      return `/workspace/duplicates/${one}/${one + 1}`
    },
    '/imports': () => '/imports',
    '/imports/:id(\\d+)': () => '/imports/999999',
    '/organisations/new': () => '/organisations/new',
    '/organisations/:id(\\d+)/edit': async (page) =>
      `/organisations/${await organisation(page, 0)}/edit`,
    '/organisations/:id(\\d+)/merge/:other(\\d+)': async (page) =>
      `/organisations/${await organisation(page, 0)}/merge/${await organisation(page, 1)}`,
    '/workspace/join-requests': () => '/workspace/join-requests',
    '/workspace/exposure': () => '/workspace/exposure',
  },
  auditor: {
    '/admin/audit': () => '/admin/audit',
    '/workspace/picture/balance': () => '/workspace/picture/balance',
  },
  admin: {
    '/admin/accounts': () => '/admin/accounts',
    '/admin/accounts/invite': () => '/admin/accounts/invite',
    '/admin/index': () => '/admin/index',
    '/admin/mail': () => '/admin/mail',
    '/workspace/weighting': () => '/workspace/weighting',
    '/vocabulary/:scheme/new': () => '/vocabulary/cities/new',
    '/vocabulary/:scheme/:code/edit': () => '/vocabulary/cities/hefei/edit',
    '/concepts/new': () => '/concepts/new',
    '/concepts/:code/edit': async (page) => `/concepts/${await concept(page)}/edit`,
  },
}

async function first<T>(page: Page, address: string, index = 0): Promise<T> {
  const answer = (await (await page.request.get(address)).json()) as { items: T[] }
  const found = answer.items[index]
  if (found === undefined) throw new Error(`Nothing at ${address}`)
  return found
}

async function ownDemand(page: Page): Promise<number> {
  return (await first<{ id: number }>(page, '/api/demands/mine?state=published')).id
}

async function organisation(page: Page, index: number): Promise<number> {
  return (await first<{ id: number }>(page, '/api/organisations?size=2', index)).id
}

/** The latest story that everybody may read. */
async function story(page: Page): Promise<number> {
  return (await first<{ id: number }>(page, '/api/articles?size=1', 0)).id
}

/** An engagement that the expert takes part in. */
async function engagement(page: Page): Promise<number> {
  const answer = (await (await page.request.get('/api/engagements/mine')).json()) as {
    asPerson: { id: number }[]
  }
  return answer.asPerson[0]?.id ?? 999_999
}

/** A panel of the officer's, set up if there is none. */
async function panel(page: Page): Promise<number> {
  const known = (await (await page.request.get('/api/panels')).json()) as {
    items: { id: number }[]
  }
  if (known.items[0]) return known.items[0].id
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')
  const made = await page.request.post('/api/panels', {
    headers: { 'X-XSRF-TOKEN': token?.value ?? '' },
    data: {
      title: '页面检查',
      use: 'project-evaluation',
      items: [{ title: '项目一', parties: [{ role: 'applicant', name: '某公司' }] }],
      groups: [{ name: '评审专家', seats: 5 }],
    },
  })
  return ((await made.json()) as { id: number }).id
}

async function concept(page: Page): Promise<string> {
  const address = '/api/concepts?q=固态电池'
  return (await first<{ code: string }>(page, address)).code
}

/** Looks at it light in Chinese on a desk, and dark in English on a phone. */
const LOOKS = [
  { language: 'zh-CN', scheme: 'light', width: 1440, height: 900 },
  { language: 'en', scheme: 'dark', width: 390, height: 844 },
] as const

for (const [who, pages] of Object.entries(PAGES)) {
  test(`every page is sound for ${who}`, async ({ page }, info) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    // An open stream would never let the network come to rest.
    await page.route('**/api/notifications/stream', (route) => route.fulfill({ status: 503 }))
    if (who !== 'anybody') await signInAs(page, who as Who)
    for (const [route, address] of Object.entries(pages)) {
      for (const { language, scheme, width, height } of LOOKS) {
        await test.step(`${route} in ${language}, ${scheme}, at ${width}`, async () => {
          await page.setViewportSize({ width, height })
          await page.emulateMedia({ colorScheme: scheme })
          const to = await address(page)
          await page.goto(`${to}${to.includes('?') ? '&' : '?'}lang=${language}`)
          await expect(page.locator('html')).toHaveAttribute('lang', language)
          // what is not there says so in place of a title
          await expect(page.locator('main h1, main [role=alert]').first()).toBeVisible()
          await page.waitForLoadState('networkidle')
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect.soft(overflow, `${to} is wider than the screen`).toBe(0)
          await expectAccessible(page)
          const name = `${route.replaceAll(/\W+/g, '-')}-${who}-${width}.png`
          await page.screenshot({ path: info.outputPath(name), fullPage: true })
        })
      }
    }
  })
}

test('every route is looked at', () => {
  const looked = new Set(Object.values(PAGES).flatMap((pages) => Object.keys(pages)))
  // beneath another route, with its address
  looked.add('').add(':code')
  const features = 'src/features'
  const routes = readdirSync(features).flatMap((feature) => {
    const text = readFileSync(`${features}/${feature}/routes.ts`, 'utf8')
    return [...text.matchAll(/path: '([^']*)'/g)].map(([, path]) => path ?? '')
  })
  expect(routes.filter((route) => !looked.has(route.replaceAll('\\\\', '\\')))).toEqual([])
})
