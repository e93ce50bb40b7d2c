import { defineFeature } from '@/shared/routing'
import type { Role } from '@/shared/session'

const OFFICERS: readonly Role[] = [
  'CITY_OFFICER',
  'PROVINCIAL_OFFICER',
  'INFORMATION_OFFICER',
  'ADMINISTRATOR',
]
const EDITORS: readonly Role[] = ['EXPERT', 'FIRM', ...OFFICERS]

const DECIDING: readonly Role[] = ['FIRM', 'CITY_OFFICER', 'PROVINCIAL_OFFICER']

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
    {
      path: '/organisations/:id(\\d+)/merge/:other(\\d+)',
      name: 'merge-organisations',
      component: () => import('./MergePage.vue'),
      meta: { title: { zh: '合并单位', en: 'Merge two organisations' }, access: OFFICERS },
    },
    {
      path: '/workspace/organisation',
      name: 'my-organisation',
      component: () => import('./MyOrganisationPage.vue'),
      meta: { title: { zh: '我的单位', en: 'My organisation' }, access: ['FIRM'] },
    },
    {
      path: '/workspace/join-requests',
      name: 'join-requests',
      component: () => import('./JoinRequestsPage.vue'),
      meta: { title: { zh: '加入申请', en: 'Requests to join' }, access: DECIDING },
    },
  ],
  navigation: [
    {
      to: '/workspace/organisation',
      label: { zh: '我的单位', en: 'My organisation' },
      place: 'workspace',
      order: 120,
      access: ['FIRM'],
    },
    {
      to: '/workspace/join-requests',
      label: { zh: '加入申请', en: 'Requests to join' },
      place: 'workspace',
      order: 410,
      access: ['CITY_OFFICER', 'PROVINCIAL_OFFICER'],
    },
    {
      to: '/organisations',
      label: { zh: '单位', en: 'Organisations' },
      place: 'workspace',
      order: 400,
      access: OFFICERS,
    },
  ],
})
