import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import FacetValues from './FacetValues.vue'
import type { FacetValue } from './types'

const value = (code: string, count: number, ...children: FacetValue[]) => ({
  code,
  count,
  children,
})
const values: FacetValue[] = [
  value('energy', 9, value('battery', 5, value('solid', 2))),
  ...Array.from({ length: 9 }, (_, i) => value(`rare-${i}`, 1)),
]

function panel(chosen: string[] = []) {
  return mount(FacetValues, { props: { values, chosen, nameOf: (code: string) => `«${code}»` } })
}

it('opens what lies within and tells what was ticked', async () => {
  const wrapper = panel()
  expect(wrapper.text()).not.toContain('«battery»')
  await wrapper.get('button[aria-label="展开“«energy»”的下级领域"]').trigger('click')
  expect(wrapper.text()).toContain('«battery»')
  await wrapper.findAll('input')[1]?.trigger('change')
  expect(wrapper.emitted('toggle')).toEqual([['battery']])
})

it('shows what is chosen, however deep or rare', () => {
  const wrapper = panel(['solid', 'rare-8'])
  expect(wrapper.text()).toContain('«solid»')
  expect(wrapper.text()).toContain('«rare-8»')
  expect(wrapper.text()).not.toContain('«rare-7»')
  expect(wrapper.text()).toContain('更多 2 项')
})
