import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { Form } from './useForm'

/** Something as the server has it, with the version that a change must name. */
export interface Version<T> {
  readonly data: T
  readonly etag: string | null
}

/** The number in an entity tag of ours. */
export function versionOf(etag: string | null): number | null {
  const number = Number(etag?.replaceAll('"', ''))
  return Number.isInteger(number) && number > 0 ? number : null
}

export interface Difference {
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

/** A place of a form by its name, and how its value reads. */
export interface Place<V> {
  readonly label: string
  readonly shown: (values: V) => string
}

/**
 * What a form does when its thing has changed on the server meanwhile (412): it reads the present
 * version, shows where the two differ, and saves over it (`keep`) or takes it on (`take`).
 */
export function useStale<V extends object, T>(options: {
  form: Form<V>
  load: () => Promise<Version<T>>
  valuesOf: (data: T) => V
  places: () => readonly Place<V>[]
  /** The version that the next save names. */
  based: (etag: string | null) => void
}) {
  const current = shallowRef<Version<T> | null>(null)
  const { form } = options

  watch(
    () => form.problem,
    async (problem) => {
      if (problem?.status !== 412) return
      try {
        current.value = await options.load()
        form.forget() // the notice tells it
      } catch {
        // The form shows that it is out of date; the next save asks again.
      }
    },
  )

  const differences: ComputedRef<readonly Difference[]> = computed(() => {
    if (!current.value) return []
    const theirs = options.valuesOf(current.value.data)
    return options
      .places()
      .map(({ label, shown }) => ({ label, mine: shown(form.values), theirs: shown(theirs) }))
      .filter(({ mine, theirs: now }) => mine !== now)
  })

  async function keep(): Promise<void> {
    if (!current.value) return
    options.based(current.value.etag)
    current.value = null
    await form.submit()
  }

  function take(): void {
    if (!current.value) return
    options.based(current.value.etag)
    form.reset(options.valuesOf(current.value.data))
    current.value = null
  }

  return { current, differences, keep, take }
}
