import { defineFeature } from '@/shared/routing'

const access = ['FIRM', 'CITY_OFFICER', 'PROVINCIAL_OFFICER'] as const

export default defineFeature({
  routes: [
    {
      path: '/demands/:id(\\d+)/matches',
      name: 'matches',
      component: () => import('./MatchPage.vue'),
      meta: { title: { zh: '匹配专家', en: 'Matching experts' }, access },
    },
    {
      path: '/demands/:id(\\d+)/team',
      name: 'team',
      component: () => import('./TeamPage.vue'),
      meta: { title: { zh: '组队', en: 'Team' }, access },
    },
    {
      path: '/demands/:id(\\d+)/shortlist',
      name: 'shortlist',
      component: () => import('./ShortlistPage.vue'),
      meta: { title: { zh: '候选名单', en: 'Shortlist' }, access },
    },
  ],
})
