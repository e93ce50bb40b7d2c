import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'vocabulary',
  {
    choose: '请选择',
    none: '没有可选内容',
    noMatch: '没有匹配的选项',
    typeConcept: '输入中文或英文术语，如“固态电池”',
    choices: '可选的领域',
    found: '找到 {count} 个领域',
    noConcept: '词表中没有这个术语',
    asWords: '添加为自由词：“{words}”',
    asWordsHint: '词表之外的说法，也参与检索',
    already: '已选',
    remove: '移除：{name}',
    removed: '已移除：{name}',
  },
  {
    choose: 'Choose',
    none: 'Nothing to choose from',
    noMatch: 'No option matches',
    typeConcept: 'Type a term in Chinese or English, e.g. “solid-state battery”',
    choices: 'Fields to choose from',
    found: 'One field found | {count} fields found',
    noConcept: 'The thesaurus does not know this term',
    asWords: 'Add in your own words: “{words}”',
    asWordsHint: 'Words outside the thesaurus; searched as well',
    already: 'already chosen',
    remove: 'Remove {name}',
    removed: 'Removed: {name}',
  },
)
