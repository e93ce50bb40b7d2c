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

const HOUR = 3_600_000

it('listens no longer once nobody is there, and again with the next input', async () => {
  scope.run(() => followNotices(ref(true)))
  await vi.advanceTimersByTimeAsync(2_000)
  latest()?.say(3)
  await vi.advanceTimersByTimeAsync(HOUR)
  document.dispatchEvent(new Event('keydown'))
  await vi.advanceTimersByTimeAsync(1.9 * HOUR)
  expect(latest()?.readyState).toBe(1)
  await vi.advanceTimersByTimeAsync(0.2 * HOUR)
  expect(latest()?.readyState).toBe(FakeSource.CLOSED)
  await vi.advanceTimersByTimeAsync(10 * HOUR)
  expect(FakeSource.all).toHaveLength(1)
  expect(fetched).not.toHaveBeenCalled()
  document.dispatchEvent(new Event('pointermove'))
  document.dispatchEvent(new Event('pointermove'))
  expect(FakeSource.all).toHaveLength(2)
  latest()?.say(5)
  expect(unreadNotices.value).toBe(5)
  await vi.advanceTimersByTimeAsync(3 * HOUR)
  expect(latest()?.readyState).toBe(FakeSource.CLOSED)
  expect(FakeSource.all).toHaveLength(2)
})

it('asks no longer once nobody is there', async () => {
  scope.run(() => followNotices(ref(true)))
  await vi.advanceTimersByTimeAsync(2_000)
  latest()?.dispatchEvent(new Event('replaced'))
  await vi.advanceTimersByTimeAsync(2.1 * HOUR)
  const questions = fetched.mock.calls.length
  const streams = FakeSource.all.length
  await vi.advanceTimersByTimeAsync(5 * HOUR)
  expect(fetched).toHaveBeenCalledTimes(questions)
  expect(FakeSource.all).toHaveLength(streams)
  // A part of the page that scrolls by itself.
  const list = document.body.appendChild(document.createElement('div'))
  list.dispatchEvent(new Event('scroll'))
  list.remove()
  expect(FakeSource.all).toHaveLength(streams + 1)
})

it('does not begin by itself while nobody is there', async () => {
  const signedIn = ref(false)
  scope.run(() => followNotices(signedIn))
  await vi.advanceTimersByTimeAsync(3 * HOUR)
  // As when another tab signs in.
  signedIn.value = true
  await nextTick()
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(FakeSource.all).toHaveLength(0)
  document.dispatchEvent(new Event('pointerdown'))
  expect(FakeSource.all).toHaveLength(1)
})
