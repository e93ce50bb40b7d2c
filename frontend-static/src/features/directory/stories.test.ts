import { mount, RouterLinkStub } from '@vue/test-utils'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { FoundStory } from './api'
import { pageOf, places, stories } from './stories'
import StoryRow from './StoryRow.vue'

const { readState, toParameters, toggled, widened, filtersOf } = stories

const item: FoundStory = {
  card: {
    id: 7,
    kind: 'case',
    title: { zh: '固态电池落户合肥', en: 'A battery plant in Hefei' },
    excerpt: { zh: '去年春天，双方签约。' },
    by: [{ zh: '合肥示例公司' }],
    countries: ['DE'],
    industries: [],
    themes: [],
    publishedAt: '2026-03-02T04:00:00Z',
    sample: true,
  },
  highlights: [
    { field: 'title', text: '固态电池落户合肥', marks: [[0, 4]] },
    { field: 'title', text: 'A battery plant in Hefei', marks: [[2, 9]] },
    { field: 'description', text: '双方共同研究电池。', marks: [[6, 8]] },
    { field: 'affiliation', text: '电池公司', marks: [[0, 2]] },
  ],
}

describe('the search of stories', () => {
  // Of the vocabulary nothing is ever heard; codes have names of their own.
  beforeAll(() => vi.stubGlobal('fetch', () => new Promise(() => undefined)))

  it('shows the newest first until somebody searches', () => {
    expect(readState({}).sort).toBe('updated')
    expect(readState({ q: '电池' }).sort).toBe('relevance')
    expect(toParameters(readState({ q: '电池', sort: 'updated' }))).toEqual({
      q: '电池',
      sort: 'updated',
    })
  })

  it('has a link that shows the same again', () => {
    const address = { q: 'battery', kind: ['study', 'guide'], country: ['DE'], page: '2' }
    expect(toParameters(readState(address))).toEqual(address)
    expect(toParameters(readState({ page: '-1', sort: 'cheapest', kind: ['', 'news'] }))).toEqual({
      kind: ['news'],
    })
  })

  it('narrows from the first page and widens without losing the words', () => {
    const narrowed = toggled(readState({ q: 'a', page: '4' }), 'kind', 'study')
    expect(narrowed.page).toBe(1)
    expect(filtersOf(narrowed)).toEqual([{ facet: 'kind', code: 'study' }])
    expect(toParameters(widened(narrowed))).toEqual({ q: 'a' })
  })

  it('does not quote who tells it, but others who are named', () => {
    const teller = { field: 'affiliation', text: '合肥示例公司', marks: [[0, 2]] }
    const other = { field: 'affiliation', text: '电池公司', marks: [[0, 2]] }
    const found = places({ ...item, highlights: [teller, other] }, '固态电池落户合肥')
    expect(found.quotes).toEqual([other])
  })

  it('leads to the page of what was found', () => {
    expect(pageOf({ kind: 'news', id: 1 })).toBe('/stories/1')
    expect(pageOf({ kind: 'study', id: 1 })).toBe('/research/1')
    expect(pageOf({ kind: 'guide', id: 1 })).toBe('/guides/1')
  })

  it('marks the title that is shown and quotes the other one', () => {
    const found = places(item, '固态电池落户合肥')
    expect(found.title?.marks).toEqual([[0, 4]])
    expect(found.quotes.map(({ text }) => text)).toEqual([
      'A battery plant in Hefei',
      '双方共同研究电池。',
    ])
  })

  it('shows a result with its kind, its marks and who tells it', () => {
    const row = mount(StoryRow, {
      props: { item, kind: '典型案例' },
      global: { stubs: { RouterLink: RouterLinkStub } },
    })
    expect(row.text()).toContain('典型案例 · 德国')
    expect(row.find('h3 mark').text()).toBe('固态电池')
    expect(row.findComponent(RouterLinkStub).props('to')).toBe('/stories/7')
    expect(row.text()).toContain('合肥示例公司')
    expect(row.text()).toContain('示例')
    expect(row.find('.excerpt').exists()).toBe(false)
    const plain = mount(StoryRow, {
      props: { item: { ...item, highlights: [] }, kind: '典型案例' },
      global: { stubs: { RouterLink: RouterLinkStub } },
    })
    expect(plain.find('.excerpt').text()).toBe('去年春天，双方签约。')
    expect(plain.find('h3').text()).toBe('固态电池落户合肥')
  })
})
