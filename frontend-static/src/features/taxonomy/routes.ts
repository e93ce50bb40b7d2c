import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/vocabulary',
      name: 'vocabulary',
      component: () => import('./VocabularyPage.vue'),
      meta: { title: { zh: '词表', en: 'Vocabularies' } },
    },
    {
      path: '/vocabulary/:scheme',
      name: 'scheme',
      component: () => import('./SchemePage.vue'),
      meta: { title: { zh: '词表', en: 'Vocabulary' } },
    },
    {
      path: '/vocabulary/:scheme/new',
      name: 'new-term',
      component: () => import('./TermPage.vue'),
      meta: { title: { zh: '新增词条', en: 'New entry' }, access: ['ADMINISTRATOR'] },
    },
    {
      path: '/vocabulary/:scheme/:code/edit',
      name: 'edit-term',
      component: () => import('./TermPage.vue'),
      meta: { title: { zh: '修改词条', en: 'Change an entry' }, access: ['ADMINISTRATOR'] },
    },
    {
      path: '/concepts',
      component: () => import('./ThesaurusPage.vue'),
      meta: { title: { zh: '领域主题词', en: 'Thesaurus' } },
      children: [
        {
          path: '',
          name: 'concepts',
          component: () => import('./ThesaurusStart.vue'),
          meta: { title: { zh: '领域主题词', en: 'Thesaurus' } },
        },
        {
          path: ':code',
          name: 'concept',
          component: () => import('./ConceptPanel.vue'),
          meta: { title: { zh: '领域主题词', en: 'Concept' } },
        },
      ],
    },
    {
      path: '/concepts/new',
      name: 'new-concept',
      component: () => import('./ConceptEditPage.vue'),
      meta: { title: { zh: '新增主题词', en: 'New concept' }, access: ['ADMINISTRATOR'] },
    },
    {
      path: '/concepts/:code/edit',
      name: 'edit-concept',
      component: () => import('./ConceptEditPage.vue'),
      meta: { title: { zh: '修改主题词', en: 'Change a concept' }, access: ['ADMINISTRATOR'] },
    },
  ],
  navigation: [
    { to: '/concepts', label: { zh: '领域主题词', en: 'Thesaurus' }, place: 'footer', order: 40 },
    { to: '/vocabulary', label: { zh: '词表', en: 'Vocabularies' }, place: 'footer', order: 50 },
    {
      to: '/concepts',
      label: { zh: '领域主题词', en: 'Thesaurus' },
      place: 'workspace',
      order: 710,
      access: ['ADMINISTRATOR'],
    },
    {
      to: '/vocabulary',
      label: { zh: '词表', en: 'Vocabularies' },
      place: 'workspace',
      order: 720,
      access: ['ADMINISTRATOR'],
    },
  ],
})
