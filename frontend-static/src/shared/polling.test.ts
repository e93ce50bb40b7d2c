import { effectScope, nextTick, ref } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usePolling } from './polling'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('goes on while it is wanted, and ends with the page', async () => {
  const act = vi.fn(() => Promise.resolve())
  const wanted = ref(true)
  const scope = effectScope()
  scope.run(() => usePolling(wanted, 1000, act))
  await vi.advanceTimersByTimeAsync(2500)
  expect(act).toHaveBeenCalledTimes(2)

  wanted.value = false
  await nextTick()
  await vi.advanceTimersByTimeAsync(5000)
  expect(act).toHaveBeenCalledTimes(2)

  wanted.value = true
  await nextTick()
  await vi.advanceTimersByTimeAsync(1000)
  expect(act).toHaveBeenCalledTimes(3)
  scope.stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(act).toHaveBeenCalledTimes(3)
})
