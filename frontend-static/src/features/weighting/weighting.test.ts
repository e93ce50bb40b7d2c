import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { WeightingView } from './api'
import WeightingPage from './WeightingPage.vue'

afterEach(() => vi.unstubAllGlobals())

const usual = { domain: 50, language: 20, country: 20, wishes: 10 }

const view = (
  sources: Partial<WeightingView['sources']>,
  suggestion: Partial<WeightingView['suggestion']> = {},
): WeightingView => ({
  version: 0,
  weights: usual,
  suggestion: {
    verdict: 'too-few',
    needs: 0,
    needed: 20,
    pairs: 0,
    current: usual,
    rounds: 0,
    seed: 7,
    criteria: [{ criterion: 'domain', needs: 3, came: 0.9, others: 0.4, share: 1 }],
    ...suggestion,
  },
  sources: {
    successful: 3,
    considered: 3,
    alone: 0,
    single: 0,
    unknown: 0,
    asOfThen: 0,
    asOfNow: 0,
    ...sources,
  },
  history: [{ version: 0, weights: usual, suggested: false }],
  mayChange: false,
})

async function page(answer: WeightingView): Promise<VueWrapper> {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => {
      const headers = { 'Content-Type': 'application/json' }
      return new Response(JSON.stringify(answer), { headers })
    }),
  )
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: WeightingPage }],
  })
  const mounted = mount(WeightingPage, { global: { plugins: [router] } })
  await flushPromises()
  return mounted
}

it('says plainly that needs known as of today only describe', async () => {
  const text = (await page(view({ asOfNow: 3 }))).text()
  expect(text).toContain('还差 20 项')
  expect(text).toContain('3 项没有可比的当时记录')
  expect(text).toContain('不用来提出建议，也不计入')
  expect(text).toContain('不参与上面的结论')
  expect(text).toContain('各项条件的依据')
})

it('tells how many needs there are, and how many of them are looked at', async () => {
  const all = (await page(view({ successful: 120, considered: 120 }))).text()
  expect(all).toContain('有合作达成的需求 120 项。')
  expect(all).not.toContain('只看合作最近达成的')
  const some = (await page(view({ successful: 1234, considered: 300 }))).text()
  expect(some).toContain('有合作达成的需求 1,234 项。')
  expect(some).toContain('只看合作最近达成的 300 项')
})

it('does not call weights right, and says what its figures are measured on', async () => {
  const figures = { best: usual, currentShare: 0.6, bestShare: 0.6, low: 0, high: 0.01 }
  const found = { verdict: 'no-gain' as const, needs: 24, pairs: 48, rounds: 1000, ...figures }
  const text = (await page(view({ asOfThen: 24 }, found))).text()
  expect(text).toContain('没有发现明显更好的权重')
  expect(text).toContain('在被展示过的人当中')
  expect(text).not.toContain('已经合适')
  expect(text).toContain('就在用来试算的这些需求上测得')
  expect(text).toContain('重新算出的权重')
  expect(text).toContain('被展示的人正是按现行权重选出来的')
})
