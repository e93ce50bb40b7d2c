import { defineFeature } from '@/shared/routing'

export default defineFeature({
  routes: [
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('./SignInPage.vue'),
      meta: { title: { zh: '登录', en: 'Sign in' } },
    },
    {
      path: '/register',
      name: 'register',
      component: () => import('./RegisterPage.vue'),
      meta: { title: { zh: '注册', en: 'Register' } },
    },
    {
      path: '/confirm',
      name: 'confirm-registration',
      component: () => import('./ConfirmPage.vue'),
      meta: { title: { zh: '确认注册', en: 'Confirm your registration' } },
    },
    {
      path: '/forgot-password',
      name: 'forgot-password',
      component: () => import('./ForgotPasswordPage.vue'),
      meta: { title: { zh: '忘记密码', en: 'Forgotten password' } },
    },
    {
      path: '/reset',
      name: 'set-password',
      component: () => import('./SetPasswordPage.vue'),
      meta: { title: { zh: '设置密码', en: 'Set a password' } },
    },
    {
      path: '/setup',
      name: 'setup',
      component: () => import('./SetupPage.vue'),
      meta: { title: { zh: '首次设置', en: 'First set-up' } },
    },
    {
      path: '/account',
      name: 'account',
      component: () => import('./AccountPage.vue'),
      meta: { title: { zh: '账号设置', en: 'Account settings' }, access: 'signed-in' },
    },
    {
      path: '/demo/outbox',
      name: 'demo-outbox',
      component: () => import('./OutboxPage.vue'),
      meta: { title: { zh: '演示发件箱', en: 'Outbox of the demonstration' } },
    },
  ],
  navigation: [
    {
      to: '/account',
      label: { zh: '账号设置', en: 'Account settings' },
      place: 'workspace',
      order: 900,
      access: 'signed-in',
    },
  ],
})
