import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/experts/:id(\\d+)',
      name: 'expert',
      component: () => import('./ProfilePage.vue'),
      meta: { title: { zh: '专家档案', en: 'Profile' } },
    },
  ],
})
