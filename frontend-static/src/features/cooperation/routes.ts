import { defineFeature } from '@/shared/routing'
import { ENTERING, LOOKING, REVIEWING } from './roles'

const either = [...new Set([...ENTERING, ...REVIEWING])]

export default defineFeature({
  routes: [
    {
      path: '/cooperation',
      name: 'cooperations',
      component: () => import('./CooperationsPage.vue'),
      meta: { title: { zh: '国际科技合作', en: 'International cooperation' } },
    },
    {
      path: '/cooperation/:id(\\d+)',
      name: 'cooperation',
      component: () => import('./CooperationPage.vue'),
      meta: { title: { zh: '国际科技合作', en: 'International cooperation' } },
    },
    {
      path: '/workspace/cooperation',
      name: 'cooperation-entries',
      component: () => import('./EntriesPage.vue'),
      meta: { title: { zh: '合作记录填报', en: 'Cooperation entries' }, access: either },
    },
    {
      path: '/workspace/cooperation/new',
      name: 'new-cooperation',
      component: () => import('./EntryFormPage.vue'),
      meta: { title: { zh: '填报合作记录', en: 'Enter cooperation' }, access: ENTERING },
    },
    {
      path: '/workspace/cooperation/import',
      name: 'import-cooperation',
      component: () => import('./ImportListPage.vue'),
      meta: {
        title: { zh: '表格导入合作记录', en: 'Import a list of cooperation' },
        access: ENTERING,
      },
    },
    {
      path: '/workspace/cooperation/follow-up',
      name: 'base-follow-up',
      component: () => import('./FollowUpPage.vue'),
      meta: { title: { zh: '合作基地年度跟踪', en: 'Bases followed up' }, access: LOOKING },
    },
    {
      path: '/workspace/cooperation/:id(\\d+)/years/:year(\\d{4})',
      name: 'base-year',
      component: () => import('./BaseYearPage.vue'),
      meta: { title: { zh: '基地年度情况', en: 'A base’s year' }, access: LOOKING },
    },
    {
      path: '/workspace/cooperation/:id(\\d+)',
      name: 'cooperation-entry',
      component: () => import('./EntryPage.vue'),
      meta: { title: { zh: '合作记录', en: 'Cooperation entry' }, access: either },
    },
    {
      path: '/workspace/cooperation/:id(\\d+)/edit',
      name: 'edit-cooperation',
      component: () => import('./EntryFormPage.vue'),
      meta: { title: { zh: '修改合作记录', en: 'Change an entry' }, access: either },
    },
  ],
  navigation: [
    {
      to: '/cooperation',
      label: { zh: '国际科技合作', en: 'Cooperation' },
      place: 'footer',
      order: 45,
    },
    {
      to: '/workspace/cooperation',
      label: { zh: '合作记录填报', en: 'Cooperation entries' },
      place: 'workspace',
      order: 45,
      access: either,
    },
    {
      to: '/workspace/cooperation/follow-up',
      label: { zh: '合作基地年度跟踪', en: 'Bases followed up' },
      place: 'workspace',
      order: 46,
      access: LOOKING,
    },
  ],
})
