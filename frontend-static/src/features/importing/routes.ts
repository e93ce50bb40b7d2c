import { defineFeature } from '@/shared/routing'
import type { Role } from '@/shared/session'

const OFFICERS: readonly Role[] = [
  'CITY_OFFICER',
  'PROVINCIAL_OFFICER',
  'INFORMATION_OFFICER',
  'ADMINISTRATOR',
]

export default defineFeature({
  routes: [
    {
      path: '/imports',
      name: 'imports',
      component: () => import('./ImportsPage.vue'),
      meta: { title: { zh: '数据导入', en: 'Imports' }, access: OFFICERS },
    },
    {
      path: '/imports/:id(\\d+)',
      name: 'import',
      component: () => import('./ImportPage.vue'),
      meta: { title: { zh: '数据导入', en: 'Import' }, access: OFFICERS },
    },
  ],
  navigation: [
    {
      to: '/imports',
      label: { zh: '数据导入', en: 'Imports' },
      place: 'workspace',
      order: 500,
      access: OFFICERS,
    },
  ],
})
