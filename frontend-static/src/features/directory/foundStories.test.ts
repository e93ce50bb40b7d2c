import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { FoundStories } from './api'
import FoundStoriesPage from './FoundStoriesPage.vue'

const found: FoundStories = {
  items: [
    {
      card: {
        id: 3,
        kind: 'study',
        title: { en: 'Where solid-state batteries lead' },
        excerpt: { en: 'A survey.' },
        by: [{ zh: '孙若岚', en: 'Sun Ruolan' }],
        countries: [],
        industries: [],
        themes: [],
        publishedAt: '2026-03-02T04:00:00Z',
        sample: false,
      },
      highlights: [],
    },
  ],
  total: 1,
  page: 1,
  size: 20,
  facets: { kind: [{ code: 'study', label: { zh: '研究成果', en: 'Study' }, count: 1 }] },
  understood: [],
}
const none: FoundStories = { ...found, items: [], total: 0, facets: {} }

const asked: string[] = []

/** Answers the search with this; of the vocabulary nothing is ever heard. */
function answer(body: unknown, status = 200): void {
  vi.stubGlobal('fetch', (request: Request) => {
    const { pathname, search } = new URL(request.url)
    if (pathname !== '/api/directory/stories') return new Promise(() => undefined)
    asked.push(decodeURIComponent(search))
    return Promise.resolve(
      new Response(JSON.stringify(body), {
        status,
        headers: {
          'Content-Type': status === 200 ? 'application/json' : 'application/problem+json',
        },
      }),
    )
  })
}

async function page(address: string) {
  const empty = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/search/stories', component: empty },
      { path: '/:any(.*)', component: empty },
    ],
  })
  await router.push(address)
  const shown = mount(FoundStoriesPage, { global: { plugins: [router] } })
  await flushPromises()
  return { shown, router }
}

beforeAll(() => {
  window.matchMedia ??= (() => ({ matches: true })) as never
})

afterEach(() => {
  vi.unstubAllGlobals()
  asked.length = 0
})

it('asks what its address says and shows what was found', async () => {
  answer(found)
  const { shown, router } = await page('/search/stories?q=固态电池&kind=study')
  expect(asked[0]).toContain('q=固态电池')
  expect(asked[0]).toContain('kind=study')
  expect(shown.text()).toContain('1 篇')
  expect(shown.get('.story h3').text()).toBe('Where solid-state batteries lead')
  expect(shown.get('.story h3').attributes('lang')).toBe('en')
  expect(shown.get('.story a').attributes('href')).toBe('/research/3')
  expect(shown.get('.story').text()).toContain('孙若岚')
  // The words go along to people and needs.
  expect(shown.findAll('nav a').map((tab) => decodeURI(tab.attributes('href') ?? ''))).toEqual([
    '/experts?q=固态电池',
    '/demands?q=固态电池',
    '/search/stories?q=固态电池',
  ])
  await shown.get('.filters button').trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ q: '固态电池' })
})

it('says what to do when nothing is found', async () => {
  answer(none)
  const narrowed = await page('/search/stories?q=x&country=FR')
  expect(narrowed.shown.text()).toContain('可以放宽筛选条件')
  const searched = await page('/search/stories?q=x')
  expect(searched.shown.text()).toContain('可以换一个说法')
  expect(searched.shown.text()).toContain('查看全部报道与研究')
  const untouched = await page('/search/stories')
  expect(untouched.shown.text()).toContain('报道和研究发布后会出现在这里')
})

it('lets the reader try again after an error, and waits for an index that is being rebuilt', async () => {
  answer({ type: '/problems/internal', title: '出了问题', status: 500 }, 500)
  const broken = await page('/search/stories?q=x')
  expect(broken.shown.find('.list').exists()).toBe(false)
  expect(broken.shown.text()).toContain('出了问题')
  answer({ type: '/problems/search-being-rebuilt', title: '正在重建', status: 503 }, 503)
  const rebuilding = await page('/search/stories?q=x')
  expect(rebuilding.shown.text()).toContain('检索库正在重建')
  rebuilding.shown.unmount()
})
