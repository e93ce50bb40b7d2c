import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue'
import { send, type Schema } from '@/shared/api'

const unread = ref(0)

/** A tab that cannot be told asks this often, in milliseconds. */
const POLL = 60_000
/** After so many questions it tries again to be told. */
const TRIES = 5
/** What the page needs comes first. */
const PATIENCE = 1_500
/** A stream that says nothing for so long is held up on its way. */
const SILENCE = 10_000
/** Nobody sits in front of a page that saw no input for so long; its session ends by its own time. */
const ABSENCE = 2 * 60 * 60_000
/** What somebody who is there does now and then. */
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel', 'scroll'] as const

/** How many notices the reader has not read. */
export const unreadNotices = readonly(unread)

export async function refreshUnread(): Promise<void> {
  unread.value = (
    await send<Schema<'UnreadNotices'>>('GET', '/api/notifications/unread')
  ).data.unread
}

/**
 * Keeps the count up to date while somebody is signed in: told by the server over a stream, and
 * where that fails by asking every minute. A hidden tab neither asks nor keeps a connection,
 * of which a browser has few; nor does one before which nobody has sat for hours, as every question and
 * every new connection makes the session last longer.
 */
export function followNotices(signedIn: Readonly<Ref<boolean>>): void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  let absence: ReturnType<typeof setTimeout> | undefined
  let inputAt = Date.now()
  let away = false

  function stop(): void {
    source?.close()
    source = undefined
    clearTimeout(timer)
    timer = undefined
  }

  function wanted(): boolean {
    return signedIn.value && !document.hidden && !away
  }

  function awaitAbsence(): void {
    clearTimeout(absence)
    absence = setTimeout(
      () => {
        if (Date.now() - inputAt < ABSENCE) {
          awaitAbsence()
          return
        }
        away = true
        stop()
      },
      Math.max(0, inputAt + ABSENCE - Date.now()),
    )
  }

  /** Called very often: as long as somebody is there it only notes the time. */
  function present(): void {
    inputAt = Date.now()
    if (!away) return
    away = false
    awaitAbsence()
    listen()
  }

  function listen(): void {
    stop()
    if (!wanted()) return
    if (typeof EventSource === 'undefined') {
      poll()
      return
    }
    const own = (source = new EventSource('/api/notifications/stream'))
    timer = setTimeout(poll, SILENCE)
    own.addEventListener('unread', (event: MessageEvent<string>) => {
      clearTimeout(timer)
      timer = undefined
      asked = 0
      unread.value = (JSON.parse(event.data) as Schema<'UnreadNotices'>).unread
    })
    // Another tab of the same person has taken the place.
    own.addEventListener('replaced', () => {
      if (own === source) poll()
    })
    own.addEventListener('error', () => {
      // While it is connecting again by itself there is nothing to do.
      if (own === source && own.readyState === EventSource.CLOSED) poll()
    })
  }

  function poll(): void {
    stop()
    if (!wanted()) return
    // A session that has ended is noticed by this very call; everything else may be better next time.
    void refreshUnread()
      .catch(() => undefined)
      .finally(() => {
        if (!wanted() || source || timer) return
        asked += 1
        timer = setTimeout(asked % TRIES === 0 ? listen : poll, POLL)
      })
  }

  function seen(): void {
    if (document.hidden) stop()
    // Whoever turns to the page is there.
    else if (away) present()
    else {
      inputAt = Date.now()
      listen()
    }
  }

  watch(
    signedIn,
    (now) => {
      stop()
      unread.value = 0
      if (now) timer = setTimeout(listen, PATIENCE)
    },
    { immediate: true },
  )
  awaitAbsence()
  document.addEventListener('visibilitychange', seen)
  for (const input of INPUTS) {
    // Also of parts that scroll by themselves, whose events do not come up to the document.
    document.addEventListener(input, present, { capture: true, passive: true })
  }
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', seen)
    for (const input of INPUTS) document.removeEventListener(input, present, { capture: true })
    clearTimeout(absence)
    stop()
  })
}
