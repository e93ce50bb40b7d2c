import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/workspace/notifications',
      name: 'notifications',
      component: () => import('./NotificationsPage.vue'),
      meta: { title: { zh: '通知', en: 'Notifications' }, access: 'signed-in' },
    },
    {
      path: '/workspace/notification-settings',
      name: 'notification-settings',
      component: () => import('./SettingsPage.vue'),
      meta: { title: { zh: '通知设置', en: 'Notification settings' }, access: 'signed-in' },
    },
  ],
  navigation: [
    {
      to: '/workspace/notifications',
      label: { zh: '通知', en: 'Notifications' },
      place: 'workspace',
      order: 91,
      access: 'signed-in',
    },
  ],
})
