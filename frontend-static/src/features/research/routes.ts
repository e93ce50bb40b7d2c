import { defineFeature } from '@/shared/routing'
import { REVIEWING, WRITING } from './roles'

const either = [...new Set([...WRITING, ...REVIEWING])]
const study = { zh: '智库研究', en: 'Think tank studies' }
const guide = { zh: '项目指南', en: 'Project guides' }

export default defineFeature({
  routes: [
    {
      path: '/research',
      name: 'studies',
      component: () => import('./PapersPage.vue'),
      props: { kind: 'study' },
      meta: { title: study },
    },
    {
      path: '/research/:id(\\d+)',
      name: 'study',
      component: () => import('./PaperPage.vue'),
      props: { kind: 'study' },
      meta: { title: study },
    },
    {
      path: '/guides',
      name: 'guides',
      component: () => import('./PapersPage.vue'),
      props: { kind: 'guide' },
      meta: { title: guide },
    },
    {
      path: '/guides/:id(\\d+)',
      name: 'guide',
      component: () => import('./PaperPage.vue'),
      props: { kind: 'guide' },
      meta: { title: guide },
    },
    {
      path: '/workspace/research',
      name: 'research-entries',
      component: () => import('./ResearchEntriesPage.vue'),
      meta: { title: { zh: '研究成果与项目指南', en: 'Studies and guides' }, access: either },
    },
    {
      path: '/workspace/research/new',
      name: 'new-research',
      component: () => import('./WritingPage.vue'),
      meta: { title: { zh: '撰写', en: 'Write' }, access: WRITING },
    },
    {
      path: '/workspace/research/:id(\\d+)',
      name: 'research-entry',
      component: () => import('./ResearchEntryPage.vue'),
      meta: { title: { zh: '研究成果与项目指南', en: 'Studies and guides' }, access: either },
    },
    {
      path: '/workspace/research/:id(\\d+)/edit',
      name: 'edit-research',
      component: () => import('./WritingPage.vue'),
      meta: { title: { zh: '修改', en: 'Change' }, access: either },
    },
  ],
  navigation: [
    { to: '/research', label: study, place: 'footer', order: 46 },
    { to: '/guides', label: guide, place: 'footer', order: 47 },
    {
      to: '/workspace/research',
      label: { zh: '研究成果与项目指南', en: 'Studies and guides' },
      place: 'workspace',
      order: 47,
      access: either,
    },
  ],
})
