import type { Bilingual } from '@/shared/i18n'

/** What the log's actions mean. One that is missing here is shown by its code. */
export const ACTIONS: Readonly<Record<string, Bilingual>> = {
  'account.created': { zh: '创建账号', en: 'Account created' },
  'account.invited': { zh: '邀请使用', en: 'Invited' },
  'account.signed-in': { zh: '登录', en: 'Signed in' },
  'account.sign-in-failed': { zh: '登录失败', en: 'Sign-in failed' },
  'account.signed-out': { zh: '退出登录', en: 'Signed out' },
  'account.signed-out-everywhere': { zh: '在所有设备上退出', en: 'Signed out everywhere' },
  'account.renamed': { zh: '修改姓名', en: 'Name changed' },
  'account.password-changed': { zh: '修改密码', en: 'Password changed' },
  'account.reset-requested': { zh: '申请重置密码', en: 'Password reset asked for' },
  'account.password-reset': { zh: '重置密码', en: 'Password reset' },
  'account.roles-changed': { zh: '调整角色', en: 'Roles changed' },
  'account.organisation-set': { zh: '关联单位', en: 'Organisation set' },
  'account.locked': { zh: '锁定账号', en: 'Account locked' },
  'account.unlocked': { zh: '解锁账号', en: 'Account unlocked' },
  'account.token-made': { zh: '新建访问令牌', en: 'Access token made' },
  'account.token-revoked': { zh: '撤销访问令牌', en: 'Access token revoked' },
  'account.erased': { zh: '注销账号', en: 'Account deleted' },
  'expert.created': { zh: '登记专家', en: 'Expert registered' },
  'expert.saved': { zh: '修改专家资料', en: 'Profile changed' },
  'expert.imported': { zh: '导入专家资料', en: 'Profile imported' },
  'expert.linked': { zh: '关联专家与账号', en: 'Profile linked to an account' },
  'expert.published': { zh: '发布专家资料', en: 'Profile published' },
  'expert.withdrawn': { zh: '撤回专家资料', en: 'Profile withdrawn' },
  'expert.confirmed': { zh: '确认资料仍然有效', en: 'Profile confirmed as still right' },
  'cooperation.withdrawn': { zh: '撤回合作记录', en: 'Cooperation record withdrawn' },
  'expert.recorded-hidden': {
    zh: '在册合作不在档案中显示',
    en: 'Recorded cooperation kept off a profile',
  },
  'expert.recorded-shown': {
    zh: '在册合作重新显示',
    en: 'Recorded cooperation shown on a profile again',
  },
  'expert.verification-requested': { zh: '申请核验', en: 'Verification asked for' },
  'expert.verified': { zh: '核验通过', en: 'Profile verified' },
  'expert.verification-refused': { zh: '核验未通过', en: 'Verification refused' },
  'expert.duplicate-dismissed': { zh: '认定不是同一人', en: 'Found to be different people' },
  'expert.merged': { zh: '合并重复档案', en: 'Profiles merged' },
  'expert.merged-away': { zh: '并入另一档案', en: 'Merged into another profile' },
  'expert.erased': { zh: '删除专家资料', en: 'Profile erased' },
  'organisation.created': { zh: '登记单位', en: 'Organisation entered' },
  'organisation.changed': { zh: '修改单位', en: 'Organisation changed' },
  'organisation.merged': { zh: '并入另一单位', en: 'Another organisation merged into it' },
  'organisation.merged-away': { zh: '并入其他单位', en: 'Merged into another organisation' },
  'organisation.join-asked': { zh: '申请加入单位', en: 'Asked to join' },
  'organisation.join-accepted': { zh: '同意加入单位', en: 'Joining accepted' },
  'organisation.join-refused': { zh: '拒绝加入单位', en: 'Joining refused' },
  'organisation.join-withdrawn': { zh: '撤回加入申请', en: 'Request to join withdrawn' },
  'demand.created': { zh: '新建需求', en: 'Need created' },
  'demand.updated': { zh: '修改需求', en: 'Need changed' },
  'demand.submitted': { zh: '提交需求', en: 'Need submitted' },
  'demand.published': { zh: '发布需求', en: 'Need published' },
  'demand.returned': { zh: '退回需求', en: 'Need returned' },
  'demand.closed': { zh: '关闭需求', en: 'Need closed' },
  'demand.deleted': { zh: '删除需求', en: 'Need deleted' },
  'demand.shortlisted': { zh: '列入候选名单', en: 'Added to a shortlist' },
  'demand.unlisted': { zh: '移出候选名单', en: 'Removed from a shortlist' },
  'demand.shortlist-exported': { zh: '导出候选名单', en: 'Shortlist exported' },
  'demand.matches-exported': { zh: '导出匹配结果', en: 'Matches exported' },
  'concept.created': { zh: '新增主题词', en: 'Concept added' },
  'concept.changed': { zh: '修改主题词', en: 'Concept changed' },
  'concept.removed': { zh: '停用主题词', en: 'Concept retired' },
  'vocabulary.created': { zh: '新增词条', en: 'Vocabulary entry added' },
  'vocabulary.changed': { zh: '修改词条', en: 'Vocabulary entry changed' },
  'ranking-weights.changed': { zh: '调整匹配权重', en: 'Weights of the rankings changed' },
  'ranking-weights.restored': {
    zh: '恢复匹配权重',
    en: 'Earlier weights of the rankings restored',
  },
  'index.rebuild-requested': { zh: '重建检索索引', en: 'Index rebuild asked for' },
  'import.started': { zh: '开始导入', en: 'Import started' },
  'import.paused': { zh: '暂停导入', en: 'Import paused' },
  'import.resumed': { zh: '继续导入', en: 'Import resumed' },
  'import.cancelled': { zh: '取消导入', en: 'Import cancelled' },
  'audit.details-erased': { zh: '清除审计细节', en: 'Details erased from the audit' },
}

export const KINDS: Readonly<Record<string, Bilingual>> = {
  account: { zh: '账号', en: 'Account' },
  expert: { zh: '专家', en: 'Expert' },
  organisation: { zh: '单位', en: 'Organisation' },
  demand: { zh: '需求', en: 'Need' },
  concept: { zh: '主题词', en: 'Concept' },
  term: { zh: '词条', en: 'Vocabulary entry' },
  import: { zh: '导入', en: 'Import' },
  index: { zh: '检索索引', en: 'Search index' },
  'ranking-weights': { zh: '匹配权重', en: 'Weights of the rankings' },
}

/** The page of what an entry is about, where there is one. */
export function pageOf(kind: string, id: string | null | undefined): string | null {
  if (!id) return null
  const at = encodeURIComponent(id)
  switch (kind) {
    case 'expert':
      return `/experts/${at}`
    case 'demand':
      return `/demands/${at}`
    case 'organisation':
      return `/organisations/${at}`
    case 'concept':
      return `/concepts/${at}`
    case 'import':
      return `/imports/${at}`
    case 'ranking-weights':
      return '/workspace/weighting'
    default:
      return null
  }
}
