import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'cooperationImport',
  {
    title: '表格导入合作记录',
    lead: '先预览，再整份导入：有一行有误则全部不导入。导入的记录须由其他工作人员审核后才计入统计。',
    step: {
      template: '下载模板',
      templateText: '表头为中英文，附填写说明和可选代码。',
      file: '选择填好的表格',
      fileText: 'XLSX 或 CSV，最多 2000 行。同一编号的记录会更新，不会重复。',
    },
    template: '下载“{kind}”模板',
    choose: '选择文件',
    reading: '正在读取…',
    untitled: '（无名称）',
    column: { title: '名称', line: '行', outcome: '结果', errors: '需要改正' },
    outcome: { created: '新增', updated: '更新', unchanged: '无变化', wrong: '有误' },
    result: {
      preview: '预览',
      stored: '已导入',
      figures: '新增 {created} 条，更新 {updated} 条，无变化 {unchanged} 条，有误 {wrong} 行。',
      wrong: '尚未导入任何内容。请按下面的说明改正表格，然后重新选择文件。',
      unknown: '以下列无法识别，不会读取：{names}',
      store: '导入并提交审核（{count} 条）',
      nothing: '没有需要导入的变化',
      see: '查看填报的记录',
    },
    stored: '已导入 {count} 条并提交审核',
  },
  {
    title: 'Import a list of cooperation',
    lead: 'Look first, then import the list as a whole: if one row is wrong, nothing is stored. What is imported counts once somebody else has reviewed it.',
    step: {
      template: 'Get the template',
      templateText:
        'Headings in Chinese and English, with explanations and the codes to choose from.',
      file: 'Choose the list you filled in',
      fileText:
        'XLSX or CSV, at most 2,000 rows. Rows with a number you have used before change that entry instead of doubling it.',
    },
    template: 'Template: {kind}',
    choose: 'Choose a file',
    reading: 'Reading…',
    untitled: '(no name)',
    column: { title: 'Name', line: 'Row', outcome: 'Result', errors: 'To mend' },
    outcome: { created: 'New', updated: 'Changed', unchanged: 'As before', wrong: 'Wrong' },
    result: {
      preview: 'What it comes to',
      stored: 'Imported',
      figures: '{created} new, {updated} changed, {unchanged} as before, {wrong} wrong.',
      wrong:
        'Nothing has been stored. Please mend the list as said below and choose the file again.',
      unknown: 'These columns are not known and are not read: {names}',
      store: 'Import and submit {count} entry | Import and submit {count} entries',
      nothing: 'Nothing to import',
      see: 'See the entries',
    },
    stored: '{count} entry imported and submitted | {count} entries imported and submitted',
  },
)
