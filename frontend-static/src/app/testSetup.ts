import { afterEach } from 'vitest'
import { enableAutoUnmount } from '@vue/test-utils'

enableAutoUnmount(afterEach)
afterEach(() => {
  if (typeof window === 'undefined') return // a test that needs no page
  localStorage.clear()
  sessionStorage.clear()
})
