import { defineFeature } from '@/shared/routing'

const posting = ['FIRM', 'CITY_OFFICER', 'PROVINCIAL_OFFICER'] as const
const reviewing = ['CITY_OFFICER', 'PROVINCIAL_OFFICER'] as const

export default defineFeature({
  routes: [
    {
      path: '/demands',
      name: 'demands',
      component: () => import('./BoardPage.vue'),
      meta: { title: { zh: '需求大厅', en: 'Needs' } },
    },
    {
      path: '/demands/:id(\\d+)',
      name: 'demand',
      component: () => import('./DemandPage.vue'),
      meta: { title: { zh: '需求', en: 'Need' } },
    },
    {
      path: '/workspace/demands',
      name: 'my-demands',
      component: () => import('./MyDemandsPage.vue'),
      meta: { title: { zh: '我的需求', en: 'My needs' }, access: posting },
    },
    {
      path: '/workspace/demands/new',
      name: 'new-demand',
      component: () => import('./DemandFormPage.vue'),
      meta: { title: { zh: '发布需求', en: 'Post a need' }, access: posting },
    },
    {
      path: '/workspace/demands/:id(\\d+)/edit',
      name: 'edit-demand',
      component: () => import('./DemandFormPage.vue'),
      meta: { title: { zh: '修改需求', en: 'Change a need' }, access: posting },
    },
    {
      path: '/workspace/demand-reviews',
      name: 'demand-reviews',
      component: () => import('./ReviewPage.vue'),
      meta: { title: { zh: '需求审核', en: 'Review of needs' }, access: reviewing },
    },
  ],
  navigation: [
    { to: '/demands', label: { zh: '需求大厅', en: 'Needs' }, place: 'main', order: 20 },
    {
      to: '/workspace/demands',
      label: { zh: '我的需求', en: 'My needs' },
      place: 'workspace',
      order: 20,
      access: posting,
    },
    {
      to: '/workspace/demand-reviews',
      label: { zh: '需求审核', en: 'Review of needs' },
      place: 'workspace',
      order: 30,
      access: reviewing,
    },
  ],
})
