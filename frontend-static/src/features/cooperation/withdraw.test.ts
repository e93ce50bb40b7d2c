import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import type { Cooperation } from './api'
import CooperationPage from './CooperationPage.vue'

const record: Cooperation = {
  id: 7,
  kind: 'project',
  title: { zh: '联合研发' },
  industries: [],
  domains: [],
  countries: [],
  partners: [],
  people: [],
  sample: false,
  may: [],
}

interface Sent {
  readonly url: string
  readonly method: string
  readonly match: string | null
}

let page: VueWrapper | undefined

/** The page of a record, on a server that answers a withdrawal with this. */
async function open(one: Cooperation, entry: boolean): Promise<{ router: Router; sent: Sent[] }> {
  const sent: Sent[] = []
  document.cookie = 'XSRF-TOKEN=t'
  vi.stubGlobal('fetch', ({ url, method, headers }: Request) => {
    sent.push({ url, method, match: headers.get('If-Match') })
    if (url.includes('/api/cooperation/7')) {
      const body = method === 'POST' ? { id: 7, entry } : one
      return Promise.resolve(
        new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }),
      )
    }
    // Of the vocabulary and the session nothing is ever heard.
    return new Promise(() => undefined)
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/cooperation/:id', component: CooperationPage },
      { path: '/:rest(.*)*', component: { template: '<p />' } },
    ],
  })
  await router.push('/cooperation/7')
  page = mount(CooperationPage, {
    global: {
      plugins: [router],
      // The library's field measures itself, which takes long without a real browser.
      stubs: {
        ElInput: {
          props: ['modelValue'],
          template:
            '<textarea :value="modelValue" @input="$emit(\'update:modelValue\', $event.target.value)" />',
        },
      },
    },
  })
  await flushPromises()
  return { router, sent }
}

describe('the page of a record', () => {
  afterEach(() => {
    page?.unmount()
    vi.unstubAllGlobals()
  })

  it('offers to withdraw it only to whom the server lets', async () => {
    await open(record, true)
    expect(page?.text()).toContain('联合研发')
    expect(page?.find('form').exists()).toBe(false)
  })

  it.each([
    [true, '/workspace/cooperation/7'],
    [false, '/workspace/cooperation'],
  ])('withdraws the version that was seen and leads to what is left: %s', async (entry, to) => {
    const { router, sent } = await open({ ...record, version: 4, may: ['withdraw'] }, entry)
    await page?.find('textarea').setValue('人员有误')
    await page?.find('form').trigger('submit')
    await flushPromises()
    expect(sent.find((one) => one.method === 'POST')).toEqual(
      expect.objectContaining({ match: '"4"', url: expect.stringContaining('/7/withdraw') }),
    )
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe(to))
  })
})
