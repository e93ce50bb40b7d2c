import { defineFeature } from '@/shared/routing'

const writing = ['INFORMATION_OFFICER'] as const
const reviewing = ['PROVINCIAL_OFFICER', 'ADMINISTRATOR'] as const
const either = [...writing, ...reviewing] as const

export default defineFeature({
  routes: [
    {
      path: '/stories',
      name: 'stories',
      component: () => import('./StoriesPage.vue'),
      meta: { title: { zh: '合作报道', en: 'Stories' } },
    },
    {
      path: '/stories/:id(\\d+)',
      name: 'story',
      component: () => import('./StoryPage.vue'),
      meta: { title: { zh: '合作报道', en: 'Story' } },
    },
    {
      path: '/workspace/articles',
      name: 'articles',
      component: () => import('./MyArticlesPage.vue'),
      meta: { title: { zh: '我的稿件', en: 'My articles' }, access: writing },
    },
    {
      path: '/workspace/articles/new',
      name: 'new-article',
      component: () => import('./ArticleFormPage.vue'),
      meta: { title: { zh: '撰写稿件', en: 'Write an article' }, access: writing },
    },
    {
      path: '/workspace/articles/:id(\\d+)',
      name: 'article',
      component: () => import('./ManuscriptPage.vue'),
      meta: { title: { zh: '稿件', en: 'Article' }, access: either },
    },
    {
      path: '/workspace/articles/:id(\\d+)/edit',
      name: 'edit-article',
      component: () => import('./ArticleFormPage.vue'),
      meta: { title: { zh: '修改稿件', en: 'Change an article' }, access: either },
    },
    {
      path: '/workspace/article-reviews',
      name: 'article-reviews',
      component: () => import('./ArticleQueuePage.vue'),
      meta: { title: { zh: '稿件审核', en: 'Articles to review' }, access: reviewing },
    },
  ],
  navigation: [
    { to: '/stories', label: { zh: '合作报道', en: 'Stories' }, place: 'main', order: 30 },
    {
      to: '/workspace/articles',
      label: { zh: '我的稿件', en: 'My articles' },
      place: 'workspace',
      order: 40,
      access: writing,
    },
    {
      to: '/workspace/article-reviews',
      label: { zh: '稿件审核', en: 'Articles to review' },
      place: 'workspace',
      order: 41,
      access: reviewing,
    },
  ],
})
