import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/experts',
      name: 'experts',
      component: () => import('./DirectoryPage.vue'),
      meta: { title: { zh: '专家库', en: 'Experts' } },
    },
    {
      path: '/search/stories',
      name: 'found-stories',
      component: () => import('./FoundStoriesPage.vue'),
      meta: { title: { zh: '报道与研究', en: 'Stories and studies' } },
    },
  ],
  navigation: [
    { to: '/experts', label: { zh: '专家库', en: 'Experts' }, place: 'main', order: 10 },
  ],
})
