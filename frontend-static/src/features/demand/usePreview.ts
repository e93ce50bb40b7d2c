import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { asProblem, isAbort, type Schema } from '@/shared/api'
import { previewDemand, type Preview } from './api'

const PAUSE = 500 // ms after the last key before the server is asked

export type PreviewState = 'waiting' | 'asking' | 'known' | 'wrong' | 'failed'

/** How many people what is being written would find; follows the writing at a distance. */
export function usePreview(body: () => Schema<'SaveDemand'>) {
  const preview = shallowRef<Preview | null>(null)
  const state = ref<PreviewState>('waiting')
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined

  function saysAnything({
    title,
    description,
    domains,
    languages,
    countries,
    competences,
  }: Schema<'SaveDemand'>) {
    return Boolean(
      title ||
      description ||
      domains.length + languages.length + countries.length + competences.length,
    )
  }

  async function ask(): Promise<void> {
    const own = (running = new AbortController())
    try {
      const found = await previewDemand(body(), own.signal)
      if (own.signal.aborted) return
      preview.value = found
      state.value = 'known'
    } catch (error) {
      if (own.signal.aborted || isAbort(error)) return
      state.value = asProblem(error).status === 422 ? 'wrong' : 'failed'
    }
  }

  watch(
    () => JSON.stringify(body()),
    () => {
      clearTimeout(timer)
      running?.abort()
      if (!saysAnything(body())) {
        state.value = 'waiting'
        preview.value = null
        return
      }
      state.value = 'asking'
      timer = setTimeout(() => void ask(), PAUSE)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    running?.abort()
  })

  return { preview, state }
}
