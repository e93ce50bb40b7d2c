import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'directoryShared',
  {
    more: '更多 {count} 项',
    less: '收起',
    expand: '展开“{name}”的下级领域',
    collapse: '收起“{name}”的下级领域',
    tabs: { label: '查找范围', experts: '专家', demands: '需求', stories: '报道与研究' },
  },
  {
    more: '{count} more',
    less: 'Fewer',
    expand: 'Show the fields within “{name}”',
    collapse: 'Hide the fields within “{name}”',
    tabs: {
      label: 'What to search',
      experts: 'Experts',
      demands: 'Needs',
      stories: 'Stories and studies',
    },
  },
)
