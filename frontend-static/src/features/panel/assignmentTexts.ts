import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'panelAssignment',
  {
    lead: '为每个项目分配评审人：先让匹配最差的项目尽量好，再使总体最好。回避只针对相关项目，每人承担的项目数有上限。仅供参考，不产生任何决定。',
    reviewers: '每个项目的评审人数',
    most: '每人最多评审',
    start: '开始分配',
    stop: '停止，采用当前结果',
    running: '正在计算，已用 {seconds} 秒。',
    stage: {
      worst: '最差项目已达 {reached} 分，最高不超过 {bound} 分。',
      total: '合计已达 {reached} 分，最高不超过 {bound} 分。',
    },
    failed: '计算失败，请稍后重试；如再次失败，请联系管理员。',
    status: {
      optimal: '已证明最优（{seconds} 秒）',
      feasible:
        '未能证明最优：最差项目最多还可提高 {gap}，合计最多还可提高 {total}（{seconds} 秒）',
      infeasible: '评审人不足：',
    },
    shortage: '“{titles}”共需 {needed} 人次，最多只有 {available} 人次',
    fit: '匹配度合计 {fit}',
    how: '人名后的数字是其对该项目的匹配度，0 至 100。',
  },
  {
    lead: 'Reviewers for every item: first the worst-served item as well as can be, then all together. A conflict keeps somebody from its own item only, and nobody gets more items than you allow. A suggestion; it decides nothing.',
    reviewers: 'Reviewers of each item',
    most: 'Items of each reviewer, at most',
    start: 'Spread the items',
    stop: 'Stop, take what there is',
    running: 'Working it out for {seconds} s.',
    stage: {
      worst: 'The worst-served item has {reached} points, at most {bound} are possible.',
      total: 'Together {reached} points, at most {bound} are possible.',
    },
    failed: 'It failed. Please try again; if it fails again, tell the administrators.',
    status: {
      optimal: 'Proven optimal ({seconds} s)',
      feasible:
        'Not proven: the worst-served item could be at most {gap} better, all together {total} ({seconds} s)',
      infeasible: 'There are too few reviewers:',
    },
    shortage: '“{titles}” need {needed} reviews, there are at most {available}',
    fit: 'fit {fit} together',
    how: 'The number after a name is how well the person fits that item, from 0 to 100.',
  },
)
