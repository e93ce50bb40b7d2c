import { defineFeature } from '@/shared/routing'

const OFFICERS = ['CITY_OFFICER', 'PROVINCIAL_OFFICER'] as const
const SIDES = ['EXPERT', 'FIRM', ...OFFICERS] as const

export default defineFeature({
  routes: [
    {
      path: '/workspace/engagements',
      name: 'my-engagements',
      component: () => import('./MyEngagementsPage.vue'),
      meta: { title: { zh: '我的邀请和自荐', en: 'My invitations and offers' }, access: SIDES },
    },
    {
      path: '/workspace/engagements/:id(\\d+)',
      name: 'engagement',
      component: () => import('./EngagementPage.vue'),
      meta: { title: { zh: '对接', en: 'Contact about a need' }, access: SIDES },
    },
    {
      path: '/engagements/:token',
      name: 'engagement-letter',
      component: () => import('./EngagementPage.vue'),
      meta: { title: { zh: '对接', en: 'Contact about a need' } },
    },
    {
      path: '/workspace/triage',
      name: 'triage',
      component: () => import('./TriagePage.vue'),
      meta: { title: { zh: '需求研判', en: 'Assess needs' }, access: OFFICERS },
    },
    {
      path: '/workspace/engagement-figures',
      name: 'engagement-figures',
      component: () => import('./FiguresPage.vue'),
      meta: { title: { zh: '对接成效', en: 'What came of needs' }, access: OFFICERS },
    },
    {
      path: '/workspace/outcomes',
      name: 'outcomes',
      component: () => import('./OutcomesPage.vue'),
      meta: {
        title: { zh: '对接成果', en: 'Outcomes' },
        access: [...OFFICERS, 'ADMINISTRATOR'],
      },
    },
  ],
  navigation: [
    {
      to: '/workspace/engagements',
      label: { zh: '邀请和自荐', en: 'Invitations and offers' },
      place: 'workspace',
      order: 22,
      access: ['EXPERT', 'FIRM'],
    },
    {
      to: '/workspace/triage',
      label: { zh: '需求研判', en: 'Assess needs' },
      place: 'workspace',
      order: 26,
      access: OFFICERS,
    },
    {
      to: '/workspace/engagement-figures',
      label: { zh: '对接成效', en: 'What came of needs' },
      place: 'workspace',
      order: 27,
      access: OFFICERS,
    },
  ],
})
