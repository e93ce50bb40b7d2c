import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { FitBar, LanguageLevel, Pagination, VisibilityTag, YearRange } from '.'
import { asked, confirm } from './confirm'

it('tells a fit in words and draws a part for each criterion', () => {
  const wrapper = mount(FitBar, {
    props: {
      total: 86,
      contributions: [
        { criterion: 'domain', points: 47.2, label: '领域' },
        { criterion: 'language', points: 38.8, label: '语言' },
      ],
    },
  })
  const bar = wrapper.get('[role=img]')
  expect(bar.attributes('aria-label')).toBe('匹配度 86 分 · 领域 47 分 · 语言 39 分')
  expect(wrapper.findAll('.part').map((part) => part.attributes('style'))).toEqual([
    'width: 47.2%;',
    'width: 38.8%;',
  ])
})

it('shows an unknown visibility as the strictest', () => {
  expect(mount(VisibilityTag, { props: { visibility: 'PUBLIC' } }).text()).toBe('公开')
  expect(mount(VisibilityTag, { props: { visibility: 'nonsense' } }).text()).toBe('不公开')
})

it('tells years with and without an end', () => {
  expect(mount(YearRange, { props: { from: 2011, to: 2016 } }).text()).toBe('2011–2016 年')
  expect(mount(YearRange, { props: { from: 2011 } }).text()).toBe('2011 年至今')
  expect(mount(YearRange, { props: {} }).text()).toBe('')
})

it('tells a language with its level', () => {
  expect(mount(LanguageLevel, { props: { code: 'de', level: 'C1' } }).text()).toContain('C1 高级')
})

it('leaves out far pages and moves on', async () => {
  const wrapper = mount(Pagination, { props: { page: 5, size: 10, total: 95 } })
  expect(wrapper.text()).toContain('第 41–50 条，共 95 条')
  const numbers = wrapper.findAll('button').map((button) => button.text())
  expect(numbers.filter(Boolean)).toEqual(['1', '4', '5', '6', '10'])
  await wrapper.get('button[aria-label="下一页"]').trigger('click')
  expect(wrapper.emitted('update:page')).toEqual([[6]])
})

it('answers no when another question comes in between', async () => {
  const first = confirm({ title: '删除?', action: '删除' })
  const second = confirm({ title: '退出?', action: '退出' })
  asked.value?.answer(true)
  await flushPromises()
  expect([await first, await second]).toEqual([false, true])
})
