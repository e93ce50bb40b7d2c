import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'cooperationReference',
  { title: '历史参照数据', source: '来源：论文 {section}', people: '{number} 人' },
  {
    title: 'Figures from before the platform',
    source: 'Source: the paper, {section}',
    people: '{number} people',
  },
)
