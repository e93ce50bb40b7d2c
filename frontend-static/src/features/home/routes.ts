import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/',
      name: 'home',
      component: () => import('./HomePage.vue'),
      meta: { title: { zh: '', en: '' }, wide: true },
    },
  ],
  navigation: [
    { to: '/#about', label: { zh: '关于智桥', en: 'About Zhiqiao' }, place: 'footer', order: 10 },
  ],
})
