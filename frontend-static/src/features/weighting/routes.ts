import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/workspace/weighting',
      name: 'weighting',
      component: () => import('./WeightingPage.vue'),
      meta: {
        title: { zh: '匹配权重', en: 'Weights of the rankings' },
        access: ['PROVINCIAL_OFFICER', 'AUDITOR', 'ADMINISTRATOR'],
      },
    },
  ],
  navigation: [
    {
      to: '/workspace/weighting',
      label: { zh: '匹配权重', en: 'Ranking weights' },
      place: 'workspace',
      order: 725,
      access: ['PROVINCIAL_OFFICER', 'AUDITOR', 'ADMINISTRATOR'],
    },
  ],
})
