import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/admin/accounts',
      name: 'admin-accounts',
      component: () => import('./AccountsPage.vue'),
      meta: { title: { zh: '账号管理', en: 'Accounts' }, access: ['ADMINISTRATOR'] },
    },
    {
      path: '/admin/accounts/invite',
      name: 'admin-invite',
      component: () => import('./InvitePage.vue'),
      meta: { title: { zh: '邀请工作人员', en: 'Invite somebody' }, access: ['ADMINISTRATOR'] },
    },
    {
      path: '/admin/audit',
      name: 'admin-audit',
      component: () => import('./AuditPage.vue'),
      meta: { title: { zh: '操作记录', en: 'Audit log' }, access: ['AUDITOR'] },
    },
    {
      path: '/admin/index',
      name: 'admin-index',
      component: () => import('./IndexPage.vue'),
      meta: { title: { zh: '检索索引', en: 'Search index' }, access: ['ADMINISTRATOR'] },
    },
    {
      path: '/admin/mail',
      name: 'admin-mail',
      component: () => import('./MailPage.vue'),
      meta: { title: { zh: '邮件发送', en: 'Mail' }, access: ['ADMINISTRATOR'] },
    },
  ],
  navigation: [
    {
      to: '/admin/accounts',
      label: { zh: '账号管理', en: 'Accounts' },
      place: 'workspace',
      order: 700,
      access: ['ADMINISTRATOR'],
    },
    {
      to: '/admin/index',
      label: { zh: '检索索引', en: 'Search index' },
      place: 'workspace',
      order: 730,
      access: ['ADMINISTRATOR'],
    },
    {
      to: '/admin/mail',
      label: { zh: '邮件发送', en: 'Mail' },
      place: 'workspace',
      order: 735,
      access: ['ADMINISTRATOR'],
    },
    {
      to: '/admin/audit',
      label: { zh: '操作记录', en: 'Audit log' },
      place: 'workspace',
      order: 740,
      access: ['AUDITOR'],
    },
  ],
})
