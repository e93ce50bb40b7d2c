import { createApp } from 'vue'
import { i18n } from '@/shared/i18n'
import './theme/tokens.css'
import './theme/base.css'
import './theme/element.css'
import App from './App.vue'
import { router } from './router'

createApp(App).use(i18n).use(router).mount('#app')
