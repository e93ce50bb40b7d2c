import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'cooperationList',
  {
    title: '参与的国际合作',
    kind: { project: '合作项目', base: '合作基地', programme: '合作计划', event: '交流活动' },
    all: '全部',
  },
  {
    title: 'International cooperation',
    kind: { project: 'Project', base: 'Base', programme: 'Programme', event: 'Event' },
    all: 'All',
  },
)
