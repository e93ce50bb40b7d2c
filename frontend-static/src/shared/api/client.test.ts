import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setLocale } from '@/shared/i18n'
import { api, onProblem } from './client'
import { ProblemError } from './problem'

const sent: Request[] = []
let answers: (() => Response | Promise<Response>)[] = []

beforeEach(() => {
  sent.length = 0
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request)
    return Promise.resolve().then(() => answers.shift()?.() ?? new Response(null, { status: 204 }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  setLocale('zh-CN')
  document.cookie = 'XSRF-TOKEN=; max-age=0'
})

const json = (body: object, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'Content-Type': 'application/json', ...(init.headers as object) },
  })

it('asks in the reader’s language and gives data and version', async () => {
  answers = [() => json({ account: null, demo: true }, { headers: { ETag: '"7"' } })]
  setLocale('en')
  const answer = await api.get('/api/session')
  expect(answer).toMatchObject({ data: { demo: true }, etag: '"7"', status: 200 })
  expect(sent[0]?.headers.get('Accept-Language')).toBe('en')
})

it('sends the CSRF token of the cookie, fetching one first where there is none', async () => {
  answers = [
    () => {
      document.cookie = 'XSRF-TOKEN=abc%3D'
      return json({ demo: false })
    },
    () => new Response(null, { status: 204 }),
  ]
  await api.delete('/api/session', { etag: '"3"' })
  expect(sent.map((request) => request.method)).toEqual(['GET', 'DELETE'])
  expect(sent[1]?.headers.get('X-XSRF-TOKEN')).toBe('abc=')
  expect(sent[1]?.headers.get('If-Match')).toBe('"3"')
})

it('throws what the server refuses as a problem, and tells listeners', async () => {
  const problem = {
    type: 'https://example.org/problems/stale-version',
    title: '版本已更新',
    status: 412,
    errors: [{ pointer: '/title', detail: '不能为空' }],
  }
  answers = [() => json(problem, { status: 412 })]
  const told = vi.fn()
  const stop = onProblem(told)
  const error = await api.get('/api/session').catch((thrown: unknown) => thrown)
  stop()
  expect(error).toBeInstanceOf(ProblemError)
  expect(error).toMatchObject({ slug: 'stale-version', status: 412, problem })
  expect(told).toHaveBeenCalledWith(error)
})

it('tells an answer that is no problem document as unreadable', async () => {
  answers = [
    () => new Response('<html>', { status: 502, headers: { 'Content-Type': 'text/html' } }),
  ]
  await expect(api.get('/api/session')).rejects.toMatchObject({ slug: 'unreadable', status: 502 })
})

it('tells a lost connection as a problem and an abort as an abort', async () => {
  answers = [
    () => Promise.reject(new TypeError('Failed to fetch')),
    () => Promise.reject(new DOMException('gone', 'AbortError')),
  ]
  await expect(api.get('/api/session')).rejects.toMatchObject({ slug: 'network', status: 0 })
  await expect(api.get('/api/session')).rejects.toMatchObject({ name: 'AbortError' })
})
