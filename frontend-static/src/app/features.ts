import { computed } from 'vue'
import type { Feature, NavigationEntry } from '@/shared/routing'
import { useSession } from '@/shared/session'

/** Every folder in `features` brings its pages by its `routes.ts`; the pages themselves load lazily. */
const modules = import.meta.glob<Feature>('../features/*/routes.ts', {
  eager: true,
  import: 'default',
})

export const features: readonly Feature[] = Object.values(modules)

const entries = features.flatMap((feature) => feature.navigation ?? [])

/** The ways that the present person may go, in order. */
export function useNavigation(place: NavigationEntry['place']) {
  const { allowed } = useSession()
  return computed(() =>
    entries
      .filter((entry) => entry.place === place && allowed(entry.access))
      .sort((a, b) => a.order - b.order),
  )
}
