import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/workspace/exposure',
      name: 'exposure',
      component: () => import('./ExposurePage.vue'),
      meta: {
        title: { zh: '推荐均衡度', en: 'Balance of recommendations' },
        access: ['CITY_OFFICER', 'PROVINCIAL_OFFICER', 'ADMINISTRATOR'],
      },
    },
  ],
})
