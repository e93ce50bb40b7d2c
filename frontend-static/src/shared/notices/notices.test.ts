import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followNotices, unreadNotices } from '.'

class FakeSource extends EventTarget {
  static readonly CLOSED = 2
  static all: FakeSource[] = []
  readyState = 1
  constructor(readonly url: string) {
    super()
    FakeSource.all.push(this)
  }
  close(): void {
    this.readyState = FakeSource.CLOSED
  }
  say(unread: number): void {
    this.dispatchEvent(new MessageEvent('unread', { data: JSON.stringify({ unread }) }))
  }
  fail(): void {
    this.close()
    this.dispatchEvent(new Event('error'))
  }
}

let scope: EffectScope
let fetched: ReturnType<typeof vi.fn>

beforeEach(() => {
  vi.useFakeTimers()
  FakeSource.all = []
  vi.stubGlobal('EventSource', FakeSource)
  fetched = vi.fn(() => Promise.resolve(Response.json({ unread: 7 })))
  vi.stubGlobal('fetch', fetched)
  scope = effectScope()
})

afterEach(() => {
  scope.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const latest = () => FakeSource.all.at(-1)

it('shows what the stream says and asks nothing', async () => {
  scope.run(() => followNotices(ref(true)))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(latest()?.url).toBe('/api/notifications/stream')
  latest()?.say(3)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(unreadNotices.value).toBe(3)
  expect(fetched).not.toHaveBeenCalled()
})

it('asks every minute where the stream fails, and tries it again later', async () => {
  scope.run(() => followNotices(ref(true)))
  await vi.advanceTimersByTimeAsync(2_000)
  latest()?.fail()
  await vi.advanceTimersByTimeAsync(0)
  expect(unreadNotices.value).toBe(7)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fetched).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(240_000)
  expect(FakeSource.all).toHaveLength(2)
})

it('leaves its place to another tab', async () => {
  scope.run(() => followNotices(ref(true)))
  await vi.advanceTimersByTimeAsync(2_000)
  latest()?.dispatchEvent(new Event('replaced'))
  expect(latest()?.readyState).toBe(FakeSource.CLOSED)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(FakeSource.all).toHaveLength(1)
  expect(fetched).toHaveBeenCalledTimes(2)
})

it('asks where a stream is held up on its way', async () => {
  scope.run(() => followNotices(ref(true)))
  await vi.advanceTimersByTimeAsync(12_000)
  expect(latest()?.readyState).toBe(FakeSource.CLOSED)
  expect(fetched).toHaveBeenCalledTimes(1)
})

it('stops with the session', async () => {
  const signedIn = ref(true)
  scope.run(() => followNotices(signedIn))
  await vi.advanceTimersByTimeAsync(2_000)
  latest()?.say(3)
  signedIn.value = false
  await nextTick()
  expect(unreadNotices.value).toBe(0)
  expect(latest()?.readyState).toBe(FakeSource.CLOSED)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(fetched).not.toHaveBeenCalled()
  expect(FakeSource.all).toHaveLength(1)
})
