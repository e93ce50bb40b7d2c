import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'story',
  {
    kind: { news: '合作动态', case: '典型案例', supply: '技术供给', demand: '技术需求' },
    form: { person: '人物', story: '故事', forum: '论坛' },
    about: '相关报道',
    all: '全部报道',
    sample: '示例',
  },
  {
    kind: { news: 'News', case: 'Case', supply: 'Technology offered', demand: 'Technology sought' },
    form: { person: 'Portrait', story: 'Story', forum: 'Forum' },
    about: 'Stories',
    all: 'All stories',
    sample: 'made up',
  },
)
