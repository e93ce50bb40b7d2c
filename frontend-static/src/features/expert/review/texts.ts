import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'expertReview',
  {
    verification: {
      title: '待核验的专家档案',
      lead: '等待最久的排在最前。打开档案核对后再作决定。',
      empty: '没有等待核验的档案',
      emptyText: '专家申请核验，或已核验的内容有改动时，会出现在这里。',
      open: '打开核对',
      add: '新建专家档案',
    },
    duplicates: {
      title: '可能重复的档案',
      lead: '仅凭姓名不会判定为同一人，请对照后再决定。',
      empty: '没有待处理的重复档案',
      compare: '对比',
    },
    compare: {
      title: '对比两份档案',
      back: '返回重复档案',
      field: '项目',
      none: '（空）',
      onlyDifferent: '只看不同之处',
      keep: '保留这一份',
      goes: '并入另一份',
      choose:
        '请选择保留哪一份。另一份的内容并入其中，旧网址自动转到保留的档案；各分组取较严格的可见范围。',
      mayNot: '合并由省级管理部门办理。',
      merge: '合并为一人',
      apart: '不是同一人',
      mergeAsk: {
        title: '把两份档案合并为一人？',
        text: '“{goes}”的档案将并入“{stays}”的档案。合并后不能拆分。',
        action: '合并',
      },
      apartAsk: {
        title: '确认是两个人？',
        text: '今后不再提示这两份档案可能重复。',
        action: '确认不是同一人',
      },
      merged: '已合并',
      told: '已记录为两个人',
      number: '档案 {id}',
    },
  },
  {
    verification: {
      title: 'Profiles to verify',
      lead: 'Those who have waited longest come first. Open a profile and check it before you decide.',
      empty: 'No profile is waiting',
      emptyText:
        'Profiles appear here when people ask for verification or change what was verified.',
      open: 'Open and check',
      add: 'New profile',
    },
    duplicates: {
      title: 'Possible duplicates',
      lead: 'A name alone never makes two profiles one person. Please compare before you decide.',
      empty: 'There are no duplicates to look at',
      compare: 'Compare',
    },
    compare: {
      title: 'Two profiles side by side',
      back: 'Back to the duplicates',
      field: 'Field',
      none: '(empty)',
      onlyDifferent: 'Only differences',
      keep: 'Keep this one',
      goes: 'becomes part of the other',
      choose:
        'Choose the profile that stays. The other’s content is added to it, its address leads here, and each group keeps the stricter visibility.',
      mayNot: 'Merging is done by the provincial office.',
      merge: 'Merge into one person',
      apart: 'Not the same person',
      mergeAsk: {
        title: 'Merge the two profiles into one person?',
        text: 'The profile of “{goes}” becomes part of the profile of “{stays}”. This cannot be undone.',
        action: 'Merge',
      },
      apartAsk: {
        title: 'Are these two people?',
        text: 'The two profiles will no longer be suggested as duplicates.',
        action: 'They are two people',
      },
      merged: 'Merged',
      told: 'Noted as two people',
      number: 'Profile {id}',
    },
  },
)
