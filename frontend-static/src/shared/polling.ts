import { onScopeDispose, watch, type WatchSource } from 'vue'

/** Does something again and again while it is wanted and the page is looked at. */
export function usePolling(wanted: WatchSource<boolean>, every: number, act: () => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    clearTimeout(timer)
    timer = undefined
  }

  function next(): void {
    timer = setTimeout(() => {
      // A hidden page asks nothing; it goes on as soon as it is shown.
      const done = document.hidden ? Promise.resolve() : act()
      void done.finally(() => {
        if (timer !== undefined) next()
      })
    }, every)
  }

  watch(
    wanted,
    (now) => {
      stop()
      if (now) next()
    },
    { immediate: true },
  )
  onScopeDispose(stop)
}
