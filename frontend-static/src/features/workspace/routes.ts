import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/workspace',
      name: 'workspace',
      component: () => import('./WorkspacePage.vue'),
      meta: { title: { zh: '工作台', en: 'Workspace' }, access: 'signed-in' },
    },
  ],
  navigation: [
    {
      to: '/workspace',
      label: { zh: '工作台', en: 'Workspace' },
      place: 'main',
      order: 90,
      access: 'signed-in',
    },
  ],
})
