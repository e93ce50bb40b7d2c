import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'organisationSelect',
  { placeholder: '输入单位名称', none: '没有找到这个单位', remove: '移除{name}' },
  {
    placeholder: 'Name of the organisation',
    none: 'No such organisation found',
    remove: 'Remove {name}',
  },
)
