import { onScopeDispose, ref, shallowRef, watch, type Ref, type WatchSource } from 'vue'
import { asProblem, isAbort, type ProblemError } from './problem'

/** Something that is fetched: what is there, what went wrong, and a way to try again. */
export interface Load<T> {
  readonly data: Ref<T | undefined>
  readonly problem: Ref<ProblemError | null>
  /** True until the first answer and while a later one is awaited (`data` then still shows the old). */
  readonly loading: Ref<boolean>
  reload(): Promise<void>
  /** The same without a word: for what is looked at again and again while it goes on. */
  refresh(): Promise<void>
}

/**
 * Loads at once and again whenever `sources` change; a newer load aborts the one before, and
 * leaving the page aborts them all.
 */
export function useLoad<T>(
  load: (signal: AbortSignal) => Promise<T>,
  ...sources: WatchSource[]
): Load<T> {
  const data = shallowRef<T>()
  const problem = shallowRef<ProblemError | null>(null)
  const loading = ref(true)
  let running: AbortController | undefined

  async function fetchAgain(): Promise<void> {
    running?.abort()
    const own = (running = new AbortController())
    try {
      const loaded = await load(own.signal)
      if (own.signal.aborted) return
      data.value = loaded
      problem.value = null
    } catch (error) {
      if (own.signal.aborted || isAbort(error)) return
      problem.value = asProblem(error)
    }
    loading.value = false
  }

  async function reload(): Promise<void> {
    loading.value = true
    await fetchAgain()
  }

  if (sources.length > 0) watch(sources, reload)
  onScopeDispose(() => running?.abort())
  void reload()
  return { data, problem, loading, reload, refresh: fetchAgain }
}
