import { computed, type ComputedRef, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * The conditions of a list, kept in the address: going back, reloading and sending the link to
 * somebody all show the same list. A change of conditions starts again at the first page.
 */
export function useListQuery<K extends string>(...names: K[]) {
  const route = useRoute()
  const router = useRouter()

  const one = (name: string): string => {
    const given = route.query[name]
    return typeof given === 'string' ? given : ''
  }
  // The same object for the same conditions, so that nothing is loaded again without need.
  const values: ComputedRef<Record<K, string>> = computed((before?: Record<K, string>) => {
    const now = Object.fromEntries(names.map((name) => [name, one(name)])) as Record<K, string>
    return before && names.every((name) => before[name] === now[name]) ? before : now
  })
  const page: WritableComputedRef<number> = computed({
    get: () => Math.max(1, Number.parseInt(one('page'), 10) || 1),
    set: (next) => go({ page: next > 1 ? `${next}` : '' }, true),
  })

  function go(changes: Record<string, string>, push: boolean): void {
    const next: Record<string, string> = {}
    for (const [name, value] of Object.entries({ ...route.query, ...changes })) {
      if (typeof value === 'string' && value !== '') next[name] = value
    }
    void (push ? router.push({ query: next }) : router.replace({ query: next }))
  }

  function set(changes: Partial<Record<K, string>>): void {
    go({ ...(changes as Record<string, string>), page: '' }, false)
  }

  const filtered = computed(() => names.some((name) => values.value[name] !== ''))

  return { values, page, set, filtered }
}
