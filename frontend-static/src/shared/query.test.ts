import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { expect, it } from 'vitest'
import { useListQuery } from './query'

it('keeps conditions in the address and starts again at the first page', async () => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: defineComponent(() => () => null) }],
  })
  await router.push('/?q=a&page=3&other=x')
  let list: ReturnType<typeof useListQuery<'q' | 'role'>> | undefined
  mount(
    defineComponent(() => {
      list = useListQuery('q', 'role')
      return () => null
    }),
    { global: { plugins: [router] } },
  )
  expect(list?.values.value).toEqual({ q: 'a', role: '' })
  expect(list?.page.value).toBe(3)

  list?.set({ role: 'FIRM' })
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ q: 'a', role: 'FIRM', other: 'x' })

  if (list) list.page.value = 2
  await flushPromises()
  expect(router.currentRoute.value.query['page']).toBe('2')
  router.back()
  await flushPromises()
  expect(list?.page.value).toBe(1)
})
