import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/experts',
      name: 'experts',
      component: () => import('./DirectoryPage.vue'),
      meta: { title: { zh: '专家库', en: 'Experts' } },
    },
  ],
  navigation: [
    { to: '/experts', label: { zh: '专家库', en: 'Experts' }, place: 'main', order: 10 },
  ],
})
