import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { setLocale } from '@/shared/i18n'
import type { Outlook } from './api'
import WordingSection from './WordingSection.vue'

const concept = (code: string, zh: string, en: string) => ({ code, label: { zh, en } })

const wording: Outlook['wording'] = {
  unheard: ['zzyzx'],
  additions: [
    {
      concept: concept('battery', '电池', 'battery'),
      broaderThan: [concept('solid-state-battery', '固态电池', 'solid-state battery')],
      shared: 7,
      more: 12,
      best: 61.4,
    },
    { concept: concept('anode', '负极', 'anode'), broaderThan: [], shared: 4, more: 1, best: 40 },
  ],
}

afterEach(() => setLocale('zh-CN'))

describe('other words', () => {
  it.each([
    ['zh-CN', '同时写明领域“电池”', '比“固态电池”更宽，前 20 人中有 7 人具备', '多 12 人'],
    [
      'en',
      'Name the domain “battery” as well',
      'wider than “solid-state battery”, 7 of the first 20 have it',
      '12 more',
    ],
  ] as const)(
    'are told with their reason and their worth in %s',
    async (locale, name, why, more) => {
      await setLocale(locale)
      const section = mount(WordingSection, { props: { wording } })
      expect(section.text()).toContain('zzyzx')
      const [first, second] = section.findAll('li').map((item) => item.text())
      for (const words of [name, why, more, '61']) expect(first).toContain(words)
      expect(second).not.toContain('“固态电池”')
    },
  )

  it('are not invented', () => {
    const section = mount(WordingSection, { props: { wording: { unheard: [], additions: [] } } })
    expect(section.findAll('li')).toHaveLength(0)
    expect(section.text()).toContain('没有发现')
  })
})
