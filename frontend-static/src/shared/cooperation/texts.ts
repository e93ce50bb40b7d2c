import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'cooperationList',
  {
    title: '参与的国际合作',
    kind: { project: '合作项目', base: '合作基地' },
    all: '全部',
  },
  {
    title: 'International cooperation',
    kind: { project: 'Project', base: 'Base' },
    all: 'All',
  },
)
