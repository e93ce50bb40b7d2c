import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/workspace/newsletters',
      name: 'newsletters',
      component: () => import('./NewslettersPage.vue'),
      meta: { title: { zh: '我的订阅', en: 'My newsletters' }, access: 'signed-in' },
    },
    {
      path: '/workspace/newsletters/new',
      name: 'newsletter-new',
      component: () => import('./TopicsPage.vue'),
      meta: { title: { zh: '订阅新动态', en: 'Subscribe to topics' }, access: 'signed-in' },
    },
    {
      path: '/newsletters',
      name: 'newsletter-visitor',
      component: () => import('./VisitorPage.vue'),
      meta: { title: { zh: '订阅新动态', en: 'Newsletter' } },
    },
    {
      path: '/newsletters/confirm',
      name: 'newsletter-confirm',
      component: () => import('./LetterPage.vue'),
      props: { act: 'confirm' },
      meta: { title: { zh: '确认订阅', en: 'Confirm a subscription' } },
    },
    {
      path: '/newsletters/stop',
      name: 'newsletter-stop',
      component: () => import('./LetterPage.vue'),
      props: { act: 'stop' },
      meta: { title: { zh: '停止订阅', en: 'Stop a newsletter' } },
    },
  ],
  navigation: [
    {
      to: '/workspace/newsletters',
      label: { zh: '我的订阅', en: 'My newsletters' },
      place: 'workspace',
      order: 92,
      access: 'signed-in',
    },
    {
      to: '/newsletters',
      label: { zh: '订阅新动态', en: 'Newsletter' },
      place: 'footer',
      order: 30,
    },
  ],
})
