import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'app',
  {
    skip: '跳到正文',
    home: '智桥首页',
    navigation: '主导航',
    menu: '菜单',
    account: '我的账户',
    signIn: '登录',
    register: '注册',
    signOut: '退出登录',
    bell: { none: '通知', unread: '通知：{count} 条未读' },
    language: '语言',
    otherLanguage: '切换为英文',
    theme: {
      label: '外观：{theme}',
      auto: '跟随系统',
      light: '浅色',
      dark: '深色',
    },
    demoLabel: '提示',
    demo: '演示环境：人员、单位和需求均为虚构。',
    footer: {
      about: '国际科技合作专家智库与人才匹配平台',
      links: '更多',
    },
    notFound: {
      title: '没有这个页面',
      text: '网址可能有误，或者内容已经撤下。',
      home: '回到首页',
    },
    forbidden: {
      title: '您无权查看此页',
      text: '此页需要其他权限。如果您认为应当有权查看，请联系管理员。',
    },
    signInFirst: {
      title: '请先登录',
      text: '登录后即可查看此页。',
    },
    chunk: {
      title: '页面没有加载成功',
      text: '网络中断或平台刚刚更新。请重新加载。',
      reload: '重新加载',
    },
  },
  {
    skip: 'Skip to content',
    home: 'Zhiqiao home',
    navigation: 'Main',
    menu: 'Menu',
    account: 'My account',
    signIn: 'Sign in',
    register: 'Register',
    signOut: 'Sign out',
    bell: { none: 'Notifications', unread: 'Notifications: {count} unread' },
    language: 'Language',
    otherLanguage: 'Switch to Chinese',
    theme: {
      label: 'Appearance: {theme}',
      auto: 'as the system',
      light: 'light',
      dark: 'dark',
    },
    demoLabel: 'Notice',
    demo: 'Demonstration: all people, organisations and needs are made up.',
    footer: {
      about: 'Experts for international cooperation in science and technology',
      links: 'More',
    },
    notFound: {
      title: 'There is no such page',
      text: 'The address may be wrong, or the content has been withdrawn.',
      home: 'To the front page',
    },
    forbidden: {
      title: 'You may not see this page',
      text: 'It needs other rights than yours. If you think you should have them, ask the administrator.',
    },
    signInFirst: {
      title: 'Please sign in first',
      text: 'You can see this page once you are signed in.',
    },
    chunk: {
      title: 'The page did not load',
      text: 'The connection broke, or the platform has just been updated. Please load it again.',
      reload: 'Load again',
    },
  },
)
