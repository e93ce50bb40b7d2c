import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'directoryShared',
  {
    more: '更多 {count} 项',
    less: '收起',
    expand: '展开“{name}”的下级领域',
    collapse: '收起“{name}”的下级领域',
  },
  {
    more: '{count} more',
    less: 'Fewer',
    expand: 'Show the fields within “{name}”',
    collapse: 'Hide the fields within “{name}”',
  },
)
