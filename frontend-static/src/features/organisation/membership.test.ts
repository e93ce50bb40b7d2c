import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Organisation } from './api'
import JoinQueue from './JoinQueue.vue'
import { ask, merge, type JoinRequest } from './membership'

const sent: { method: string; path: string; match: string | null; body: unknown }[] = []

function answer(answers: Record<string, unknown>): void {
  vi.stubGlobal(
    'fetch',
    vi.fn(async (request: Request) => {
      const path = new URL(request.url).pathname
      const text = await request.text()
      sent.push({
        method: request.method,
        path,
        match: request.headers.get('If-Match'),
        body: text === '' ? undefined : JSON.parse(text),
      })
      return new Response(JSON.stringify(answers[path] ?? {}), {
        headers: { 'Content-Type': 'application/json' },
      })
    }),
  )
}

afterEach(() => {
  vi.unstubAllGlobals()
  sent.length = 0
})

const organisation = (id: number, version: number): Organisation => ({
  id,
  version,
  name: { zh: `单位${id}` },
  aliases: [],
  confirmed: true,
  sample: true,
})

const request: JoinRequest = {
  id: 5,
  organisation: organisation(3, 0),
  applicant: { accountId: 9, displayName: '方志远', email: 'fang@example.org' },
  message: '新任项目经理',
  state: 'waiting',
  askedAt: '2026-03-01T08:00:00Z',
}

it('merges only the versions that were looked at', async () => {
  answer({})
  const [stays, goes] = [organisation(3, 7), organisation(4, 2)]
  await merge({ stays, goes, result: stays, moves: [], members: [] })
  expect(sent).toContainEqual({
    method: 'POST',
    path: '/api/organisations/3/merge',
    match: '"7"',
    body: { otherId: 4, otherVersion: 2 },
  })
})

it('sends no empty message', async () => {
  answer({})
  await ask(3, '  ', new AbortController().signal)
  expect(sent).toContainEqual(expect.objectContaining({ body: { message: null } }))
})

it('shows who asks and refuses only with a reason', async () => {
  answer({
    '/api/join-requests': { items: [request], total: 1, page: 1, size: 20 },
    '/api/join-requests/5/refuse': { ...request, state: 'refused', reason: '请提供在职证明' },
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: { template: '' } },
      { path: '/organisations/:id', name: 'organisation', component: { template: '' } },
    ],
  })
  const queue = mount(JoinQueue, { global: { plugins: [router] } })
  await flushPromises()
  expect(queue.text()).toContain('fang@example.org')
  expect(queue.text()).toContain('新任项目经理')
  await queue.findAll('button').at(1)?.trigger('click')
  await queue.find('textarea').setValue('请提供在职证明')
  await queue.find('form').trigger('submit')
  await flushPromises()
  expect(sent).toContainEqual(
    expect.objectContaining({
      path: '/api/join-requests/5/refuse',
      body: { reason: '请提供在职证明' },
    }),
  )
  expect(queue.text()).toContain('已拒绝')
  expect(queue.find('form').exists()).toBe(false)
})
