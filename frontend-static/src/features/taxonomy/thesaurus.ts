import { computed, shallowRef, type ComputedRef } from 'vue'
import { useLoad, type Load } from '@/shared/api'
import { locale } from '@/shared/i18n'
import { allConcepts, type Concept } from './api'
import { treeOf, type Tree } from './tree'

const kept = shallowRef<readonly Concept[] | null>(null)

/** The whole thesaurus, kept while people walk through it. */
export function useThesaurus(): {
  load: Load<readonly Concept[]>
  tree: ComputedRef<Tree | null>
} {
  const load = useLoad(async (signal) => {
    kept.value ??= await allConcepts(signal)
    return kept.value
  })
  const tree = computed(() => (load.data.value ? treeOf(load.data.value, locale.value) : null))
  return { load, tree }
}

/** After an edit the next page asks again. */
export function forgetThesaurus(): void {
  kept.value = null
}
