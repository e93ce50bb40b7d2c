import { defineFeature } from '@/shared/routing'
import type { Role } from '@/shared/session'

const OFFICERS: readonly Role[] = [
  'CITY_OFFICER',
  'PROVINCIAL_OFFICER',
  'INFORMATION_OFFICER',
  'ADMINISTRATOR',
]
const EDITORS: readonly Role[] = ['EXPERT', 'FIRM', ...OFFICERS]

export default defineFeature({
  routes: [
    {
      path: '/organisations',
      name: 'organisations',
      component: () => import('./OrganisationsPage.vue'),
      meta: { title: { zh: '单位', en: 'Organisations' }, access: 'signed-in' },
    },
    {
      path: '/organisations/new',
      name: 'new-organisation',
      component: () => import('./NewOrganisationPage.vue'),
      meta: { title: { zh: '登记单位', en: 'Enter an organisation' }, access: EDITORS },
    },
    {
      path: '/organisations/:id(\\d+)',
      name: 'organisation',
      component: () => import('./OrganisationPage.vue'),
      meta: { title: { zh: '单位', en: 'Organisation' }, access: 'signed-in' },
    },
    {
      path: '/organisations/:id(\\d+)/edit',
      name: 'edit-organisation',
      component: () => import('./EditOrganisationPage.vue'),
      meta: { title: { zh: '修改单位', en: 'Change an organisation' }, access: EDITORS },
    },
  ],
  navigation: [
    {
      to: '/organisations',
      label: { zh: '单位', en: 'Organisations' },
      place: 'workspace',
      order: 400,
      access: OFFICERS,
    },
  ],
})
