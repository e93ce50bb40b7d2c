import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/about/api',
      name: 'about-api',
      component: () => import('./ApiPage.vue'),
      meta: { title: { zh: '开放接口', en: 'API' } },
    },
  ],
  navigation: [
    { to: '/about/api', label: { zh: '开放接口', en: 'API' }, place: 'footer', order: 60 },
  ],
})
