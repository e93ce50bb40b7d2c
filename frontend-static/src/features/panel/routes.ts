import { defineFeature } from '@/shared/routing'

const organising = ['CITY_OFFICER', 'PROVINCIAL_OFFICER'] as const
const concerned = [...organising, 'AUDITOR'] as const

export default defineFeature({
  routes: [
    {
      path: '/workspace/panels',
      name: 'panels',
      component: () => import('./PanelsPage.vue'),
      meta: { title: { zh: '评审组', en: 'Panels' }, access: concerned },
    },
    {
      path: '/workspace/panels/new',
      name: 'new-panel',
      component: () => import('./PanelFormPage.vue'),
      meta: { title: { zh: '组建评审组', en: 'New panel' }, access: organising },
    },
    {
      path: '/workspace/panels/:id(\\d+)',
      name: 'panel',
      component: () => import('./PanelPage.vue'),
      meta: { title: { zh: '评审组', en: 'Panel' }, access: concerned },
    },
    {
      path: '/workspace/panels/:id(\\d+)/edit',
      name: 'edit-panel',
      component: () => import('./PanelFormPage.vue'),
      meta: { title: { zh: '修改评审组', en: 'Change panel' }, access: organising },
    },
    {
      path: '/workspace/panels/:id(\\d+)/pool',
      name: 'panel-pool',
      component: () => import('./PoolPage.vue'),
      meta: { title: { zh: '候选人员', en: 'Candidates' }, access: concerned },
    },
    {
      path: '/workspace/panels/:id(\\d+)/draws/:number(\\d+)',
      name: 'draw',
      component: () => import('./DrawPage.vue'),
      meta: { title: { zh: '抽取', en: 'Draw' }, access: concerned },
    },
    {
      path: '/workspace/panels/:id(\\d+)/choices/new',
      name: 'new-choice',
      component: () => import('./ChoiceFormPage.vue'),
      meta: { title: { zh: '直接选定成员', en: 'Choose members directly' }, access: organising },
    },
    {
      path: '/workspace/panels/:id(\\d+)/choices/:number(\\d+)',
      name: 'choice',
      component: () => import('./ChoicePage.vue'),
      meta: { title: { zh: '直接选定', en: 'Direct choice' }, access: concerned },
    },
    {
      path: '/workspace/panels/:id(\\d+)/review',
      name: 'panel-review',
      component: () => import('./ReviewPage.vue'),
      meta: { title: { zh: '评审', en: 'Review' }, access: concerned },
    },
    {
      path: '/workspace/invitations/:id(\\d+)/review',
      name: 'my-review',
      component: () => import('./SheetPage.vue'),
      meta: { title: { zh: '评审意见', en: 'Your review' }, access: ['EXPERT'] },
    },
    {
      path: '/invitations/:token/review',
      name: 'review-by-mail',
      component: () => import('./SheetPage.vue'),
      meta: { title: { zh: '评审意见', en: 'Your review' }, access: 'anyone' },
    },
    {
      path: '/panels/published',
      name: 'published-panels',
      component: () => import('./PublishedPage.vue'),
      meta: { title: { zh: '评审组名单公布', en: 'Published panels' }, access: 'anyone' },
    },
    {
      path: '/panels/published/:id(\\d+)',
      name: 'published-panel',
      component: () => import('./PublishedPanelPage.vue'),
      meta: { title: { zh: '评审组名单公布', en: 'Published panel' }, access: 'anyone' },
    },
    {
      path: '/workspace/invitations',
      name: 'invitations',
      component: () => import('./MyInvitationsPage.vue'),
      meta: { title: { zh: '评审邀请', en: 'Invitations to panels' }, access: ['EXPERT'] },
    },
    {
      path: '/workspace/invitations/:id(\\d+)',
      name: 'invitation',
      component: () => import('./InvitationPage.vue'),
      meta: { title: { zh: '评审邀请', en: 'Invitation' }, access: ['EXPERT'] },
    },
    {
      path: '/invitations/:token',
      name: 'invitation-by-mail',
      component: () => import('./InvitationPage.vue'),
      meta: { title: { zh: '评审邀请', en: 'Invitation' }, access: 'anyone' },
    },
    {
      path: '/workspace/interests',
      name: 'interests',
      component: () => import('./InterestsPage.vue'),
      meta: { title: { zh: '利益关系申报', en: 'My interests' }, access: ['EXPERT'] },
    },
    {
      path: '/workspace/credit',
      name: 'credit',
      component: () => import('./CreditPage.vue'),
      meta: { title: { zh: '我的评审信用', en: 'My credit as a reviewer' }, access: ['EXPERT'] },
    },
    {
      path: '/invitations/:token/credit',
      name: 'credit-by-mail',
      component: () => import('./CreditPage.vue'),
      meta: { title: { zh: '我的评审信用', en: 'My credit as a reviewer' }, access: 'anyone' },
    },
    {
      path: '/workspace/declarations/:id(\\d+)',
      name: 'declaration',
      component: () => import('./DeclarationPage.vue'),
      meta: { title: { zh: '利益关系申报', en: 'Declaration of interests' }, access: ['EXPERT'] },
    },
    {
      path: '/declarations/:token',
      name: 'declaration-by-mail',
      component: () => import('./DeclarationPage.vue'),
      meta: { title: { zh: '利益关系申报', en: 'Declaration of interests' }, access: 'anyone' },
    },
  ],
  navigation: [
    {
      to: '/panels/published',
      label: { zh: '评审组名单公布', en: 'Published panels' },
      place: 'footer',
      order: 50,
    },
  ],
})
