import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'panelNews',
  {
    title: '新发现的利害关系',
    lead: '专家资料、单位信息或申报有变化时，系统自动重新核查。以下是上次查看以后的变化。',
    seated: '成员',
    candidate: '候选人',
    found: '{time} 发现',
    gone: '已不再成立',
    goneOne: '{name}：{rule}（{item}），{time}',
    seen: '全部标为已阅',
    done: '已标为已阅',
  },
  {
    title: 'New ties',
    lead: 'When profiles, organisations or declarations change, the panel is checked again. This is what has changed since you last looked.',
    seated: 'Member',
    candidate: 'Candidate',
    found: 'found {time}',
    gone: 'No longer hold',
    goneOne: '{name}: {rule} ({item}), {time}',
    seen: 'Mark all as seen',
    done: 'Marked as seen',
  },
)
