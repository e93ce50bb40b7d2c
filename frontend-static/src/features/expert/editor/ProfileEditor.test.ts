import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { ExpertView, SaveExpert } from '../api'
import ProfileEditor from './ProfileEditor.vue'

const view: ExpertView = {
  id: 7,
  version: 3,
  sample: false,
  own: true,
  editable: true,
  state: 'draft',
  verification: { status: 'unverified' },
  names: { zh: '张晓梅', others: [] },
  title: { zh: '教授' },
  summary: {},
  affiliations: [],
  degrees: [],
  domains: [],
  freeDomains: [],
  industries: [],
  languages: [{ code: 'zh', level: 'native' }],
  countries: [],
  competences: [],
  evidence: [],
  recorded: [],
  offers: [],
  groups: { basics: { source: 'self', confirmedOn: '2026-01-01', visibility: 'public' } },
  hiddenGroups: [],
  completeness: { percent: 40, missing: [{ group: 'evidence', code: 'evidence' }] },
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
}

/** A server that keeps one profile and refuses changes of an older version. */
let stored: ExpertView
const sent: { method: string; path: string }[] = []

function answer(status: number, body: unknown): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } })
}

async function serve(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname
  sent.push({ method: request.method, path })
  if (path === '/api/vocabulary') return answer(200, { schemes: {} })
  if (request.method === 'PUT') {
    if (request.headers.get('If-Match') !== `"${stored.version}"`) {
      return answer(412, { type: '/problems/stale-version', title: 'stale', status: 412 })
    }
    const given = (await request.json()) as SaveExpert
    const { title, languages } = given
    stored = { ...stored, title, languages, version: stored.version + 1 }
  }
  if (path.endsWith('/publish')) {
    return answer(422, {
      type: '/problems/invalid-input',
      title: '还不能公开',
      status: 422,
      errors: [{ pointer: '/domains', detail: '请填写领域', code: 'expertise-needed' }],
    })
  }
  return answer(200, stored)
}

beforeEach(() => {
  stored = view
  sent.length = 0
  document.cookie = 'XSRF-TOKEN=t'
  vi.stubGlobal('fetch', serve)
  Element.prototype.scrollIntoView = () => undefined
})

function editor() {
  return mount(ProfileEditor, {
    attachTo: document.body,
    props: { expert: view },
    global: {
      // The library's controls measure themselves, which takes long without a real browser.
      stubs: {
        RouterLink: { template: '<a><slot /></a>' },
        ElSelect: true,
        ElSelectV2: true,
        ElInput: {
          props: ['modelValue'],
          template:
            '<input :value="modelValue" @input="$emit(`update:modelValue`, $event.target.value)" />',
        },
      },
    },
  })
}

type Editor = ReturnType<typeof editor>
const button = (wrapper: Editor, text: string) =>
  wrapper.findAll('button').find((one) => one.text() === text)
const title = (wrapper: Editor) => {
  const field = wrapper.findAll('.field').find((one) => one.text().startsWith('职称（中文）'))
  return field?.get('input')
}

async function type(wrapper: Editor, text: string): Promise<void> {
  await title(wrapper)?.setValue(text)
  await button(wrapper, '保存')?.trigger('click')
  await flushPromises()
  await flushPromises()
}

it('saves what was typed', async () => {
  const wrapper = editor()
  expect(button(wrapper, '保存')?.attributes('disabled')).toBeDefined()
  await type(wrapper, '研究员')
  expect(stored.title.zh).toBe('研究员')
  expect(wrapper.text()).toContain('没有未保存的修改')
})

it('joins with what somebody else changed elsewhere in the profile', async () => {
  const wrapper = editor()
  stored = { ...view, version: 4, languages: [{ code: 'de', level: 'C1' }] }
  await type(wrapper, '研究员')
  expect(stored.title.zh).toBe('研究员')
  expect(stored.languages).toEqual([{ code: 'de', level: 'C1' }])
})

it('shows both where both changed the same, and keeps what was typed until decided', async () => {
  const wrapper = editor()
  stored = { ...view, version: 4, title: { zh: '讲席教授' } }
  await type(wrapper, '研究员')
  const panel = wrapper.get('[aria-labelledby=stale-title]')
  expect(panel.text()).toContain('研究员')
  expect(panel.text()).toContain('讲席教授')
  expect(button(wrapper, '保存')?.attributes('disabled')).toBeDefined()
  expect((title(wrapper)?.element as HTMLInputElement).value).toBe('研究员')
  await button(wrapper, '采用现有的')?.trigger('click')
  expect((title(wrapper)?.element as HTMLInputElement).value).toBe('讲席教授')
  expect(wrapper.text()).toContain('没有未保存的修改')
})

it('saves first when it publishes, and shows at its field what keeps it from being public', async () => {
  const wrapper = editor()
  await title(wrapper)?.setValue('研究员')
  await button(wrapper, '公开档案')?.trigger('click')
  await flushPromises()
  await flushPromises()
  expect(sent.filter(({ method }) => method !== 'GET').map(({ path }) => path)).toEqual([
    '/api/experts/7',
    '/api/experts/7/publish',
  ])
  expect(wrapper.text()).toContain('请填写领域')
  expect(wrapper.text()).toContain('没有未保存的修改')
})
