import { computed, type Ref } from 'vue'
import { useLoad } from '@/shared/api'
import { readOfDemand, type EngagementLine } from '@/shared/engagement'

/** With whom there is contact about a need already, and whether the reader can invite others. */
export function useContacts(demand: Ref<number>) {
  const contacts = useLoad((signal) => readOfDemand(demand.value, signal), demand)
  const latest = computed(() => {
    const lines = new Map<number, EngagementLine>()
    for (const line of contacts.data.value?.items ?? []) {
      if (!lines.has(line.expertId)) lines.set(line.expertId, line) // the latest ones come first
    }
    return lines
  })
  const mayInvite = computed(() => contacts.data.value?.mayInvite ?? false)

  function lineOf(person: number): { line?: EngagementLine } {
    const line = latest.value.get(person)
    return line ? { line } : {}
  }

  return { contacts, mayInvite, lineOf }
}
