import { defineFeature } from '@/shared/routing'

const officers = ['CITY_OFFICER', 'PROVINCIAL_OFFICER', 'ADMINISTRATOR'] as const

export default defineFeature({
  routes: [
    {
      path: '/countries/:code([A-Z]{2})',
      name: 'country',
      component: () => import('./PlacePage.vue'),
      meta: { title: { zh: '合作国别', en: 'Partner country' } },
    },
    {
      path: '/cities/:code([a-z]+)',
      name: 'city',
      component: () => import('./PlacePage.vue'),
      meta: { title: { zh: '城市', en: 'City' } },
    },
    {
      path: '/workspace/picture',
      name: 'picture',
      component: () => import('./GapPage.vue'),
      meta: { title: { zh: '供需与合作分布', en: 'Where supply and need meet' }, access: officers },
    },
    {
      path: '/workspace/picture/concentration',
      name: 'concentration',
      component: () => import('./ConcentrationPage.vue'),
      meta: {
        title: { zh: '合作集中度', en: 'Concentration of cooperation' },
        access: officers,
      },
    },
    {
      path: '/workspace/picture/trend',
      name: 'trend',
      component: () => import('./TrendPage.vue'),
      meta: { title: { zh: '逐年趋势', en: 'Year by year' }, access: officers },
    },
    {
      path: '/workspace/picture/flows',
      name: 'flows',
      component: () => import('./FlowPage.vue'),
      meta: { title: { zh: '合作流向', en: 'Where cooperation leads' }, access: officers },
    },
    {
      path: '/workspace/picture/map',
      name: 'map',
      component: () => import('./MapPage.vue'),
      meta: {
        title: { zh: '合作国别分布图', en: 'Partner countries of the world' },
        access: officers,
      },
    },
    {
      path: '/workspace/picture/balance',
      name: 'balance',
      component: () => import('./BalancePage.vue'),
      meta: {
        title: { zh: '推荐与评审的均衡度', en: 'Balance of recommendations and panels' },
        access: ['PROVINCIAL_OFFICER', 'AUDITOR'],
      },
    },
    {
      path: '/workspace/picture/report',
      name: 'report',
      component: () => import('./ReportPage.vue'),
      meta: { title: { zh: '分析报告', en: 'Report' }, access: officers },
    },
  ],
  navigation: [
    {
      to: '/workspace/picture',
      label: { zh: '供需与合作分布', en: 'Where supply and need meet' },
      place: 'workspace',
      order: 15,
      access: officers,
    },
    {
      to: '/workspace/picture/balance',
      label: { zh: '推荐与评审的均衡度', en: 'Balance of recommendations and panels' },
      place: 'workspace',
      order: 16,
      access: ['PROVINCIAL_OFFICER', 'AUDITOR'],
    },
  ],
})
