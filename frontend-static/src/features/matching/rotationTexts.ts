import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'rotation',
  {
    title: '相近者轮换',
    on: '得分相近的人轮流靠前',
    hint: '避免首页总是同几个人。只在得分相差很小的人之间调换先后，得分不变。',
    band: '视为相近',
    points: '相差不超过 {count} 分',
    seed: '轮换号',
    again: '换一次',
    repeat: '同一轮换号得出同一顺序，已写入网址和导出的表格。',
    told: '得分相近者已轮换，轮换号 {seed}，相差不超过 {count} 分',
    off: '按得分排列',
    moved: '按得分第 {usual} 名，轮换至第 {rank} 名',
    fewer: '得分比第 {rank} 名少 {points} 分，因轮换排在前面',
  },
  {
    title: 'Rotation',
    on: 'Near-equal people take turns',
    hint: 'So that the first page is not always the same few. Only people with almost the same points change places; points stay as they are.',
    band: 'Near-equal',
    points: 'within one point | within {count} points',
    seed: 'Seed',
    again: 'Another turn',
    repeat:
      'The same seed gives the same order again; it is in the address and in the exported workbook.',
    told: 'Near-equal people take turns: seed {seed}, within one point | Near-equal people take turns: seed {seed}, within {count} points',
    off: 'Order by points',
    moved: 'Number {usual} by points, number {rank} by rotation',
    fewer: '{points} points fewer than number {rank}, before them by rotation',
  },
)
