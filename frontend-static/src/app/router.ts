import { nextTick, shallowRef } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { announce } from '@/shared/announce'
import { inWords } from '@/shared/i18n'
import { useSession } from '@/shared/session'
import { features } from './features'

/** Set when the page's code did not arrive: after an update of the platform or without a connection. */
export const chunkFailed = shallowRef<string | null>(null)

/** Shown in place of the page, at its own address. */
export const refused = shallowRef<'sign-in' | 'forbidden' | null>(null)

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...features.flatMap((feature) => feature.routes),
    {
      path: '/:anywhere(.*)*',
      name: 'not-found',
      component: () => import('./pages/NotFoundPage.vue'),
      meta: { title: { zh: '没有这个页面', en: 'No such page' } },
    },
  ],
  scrollBehavior(to, from, saved) {
    if (saved) return saved
    if (to.hash) return { el: to.hash }
    return to.path === from.path ? false : { top: 0 }
  },
})

router.beforeEach(async (to) => {
  const { allowed, ready, signedIn } = useSession()
  const { access } = to.meta
  refused.value = null
  if (access === undefined || access === 'anyone') return true
  try {
    await ready()
  } catch {
    return true // the page itself will tell that the server cannot be reached
  }
  if (allowed(access)) return true
  if (!signedIn.value && router.hasRoute('sign-in')) {
    return { name: 'sign-in', query: { to: to.fullPath } }
  }
  refused.value = signedIn.value ? 'forbidden' : 'sign-in'
  return true
})

router.afterEach((to, from, failure) => {
  if (failure) return
  chunkFailed.value = null
  if (from.matched.length === 0 || to.path === from.path) return
  void tellAboutNewPage(to)
})

router.onError((_error, to) => {
  chunkFailed.value = to.fullPath
})

/** A new page is a new page for the keyboard and the screen reader, too. */
async function tellAboutNewPage(to: RouteLocationNormalized): Promise<void> {
  await nextTick()
  announce(inWords(to.meta.title))
  if (!to.hash) document.getElementById('main')?.focus({ preventScroll: true })
}
