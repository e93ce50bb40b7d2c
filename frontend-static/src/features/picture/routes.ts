import { defineFeature } from '@/shared/routing'

const officers = ['CITY_OFFICER', 'PROVINCIAL_OFFICER', 'ADMINISTRATOR'] as const

export default defineFeature({
  routes: [
    {
      path: '/countries/:code([A-Z]{2})',
      name: 'country',
      component: () => import('./PlacePage.vue'),
      meta: { title: { zh: '合作国别', en: 'Partner country' } },
    },
    {
      path: '/cities/:code([a-z]+)',
      name: 'city',
      component: () => import('./PlacePage.vue'),
      meta: { title: { zh: '城市', en: 'City' } },
    },
    {
      path: '/workspace/picture',
      name: 'picture',
      component: () => import('./GapPage.vue'),
      meta: { title: { zh: '供需与合作分布', en: 'Where supply and need meet' }, access: officers },
    },
  ],
  navigation: [
    {
      to: '/workspace/picture',
      label: { zh: '供需与合作分布', en: 'Where supply and need meet' },
      place: 'workspace',
      order: 15,
      access: officers,
    },
  ],
})
