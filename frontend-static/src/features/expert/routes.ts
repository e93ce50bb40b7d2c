import { defineFeature } from '@/shared/routing'
import { OFFICERS } from './officers'

export default defineFeature({
  routes: [
    {
      path: '/experts/:id(\\d+)',
      name: 'expert',
      component: () => import('./ProfilePage.vue'),
      meta: { title: { zh: '专家档案', en: 'Profile' } },
    },
    {
      path: '/experts/:id(\\d+)/edit',
      name: 'expert-edit',
      component: () => import('./editor/EditPage.vue'),
      meta: { title: { zh: '编辑档案', en: 'Edit a profile' }, access: ['EXPERT', ...OFFICERS] },
    },
    {
      path: '/workspace/profile',
      name: 'my-profile',
      component: () => import('./editor/MyProfilePage.vue'),
      meta: { title: { zh: '我的档案', en: 'My profile' }, access: ['EXPERT'] },
    },
    {
      path: '/workspace/fitting',
      name: 'my-fitting-demands',
      component: () => import('./editor/FittingPage.vue'),
      meta: { title: { zh: '适合我的需求', en: 'Needs that fit me' }, access: ['EXPERT'] },
    },
    {
      path: '/workspace/experts/new',
      name: 'expert-new',
      component: () => import('./editor/NewExpertPage.vue'),
      meta: { title: { zh: '新建专家档案', en: 'A new profile' }, access: OFFICERS },
    },
    {
      path: '/workspace/verification',
      name: 'verification-queue',
      component: () => import('./review/VerificationPage.vue'),
      meta: { title: { zh: '待核验的专家档案', en: 'Profiles to verify' }, access: OFFICERS },
    },
    {
      path: '/workspace/duplicates',
      name: 'duplicate-queue',
      component: () => import('./review/DuplicatesPage.vue'),
      meta: { title: { zh: '可能重复的档案', en: 'Possible duplicates' }, access: OFFICERS },
    },
    {
      path: '/workspace/duplicates/:one(\\d+)/:other(\\d+)',
      name: 'duplicate-compare',
      component: () => import('./review/ComparePage.vue'),
      meta: { title: { zh: '对比两份档案', en: 'Two profiles side by side' }, access: OFFICERS },
    },
  ],
  navigation: [
    {
      to: '/workspace/profile',
      label: { zh: '我的档案', en: 'My profile' },
      place: 'workspace',
      order: 10,
      access: ['EXPERT'],
    },
    {
      to: '/workspace/fitting',
      label: { zh: '适合我的需求', en: 'Needs that fit me' },
      place: 'workspace',
      order: 11,
      access: ['EXPERT'],
    },
    {
      to: '/workspace/verification',
      label: { zh: '专家核验', en: 'Verification' },
      place: 'workspace',
      order: 30,
      access: OFFICERS,
    },
    {
      to: '/workspace/duplicates',
      label: { zh: '重复档案', en: 'Duplicates' },
      place: 'workspace',
      order: 31,
      access: OFFICERS,
    },
  ],
})
