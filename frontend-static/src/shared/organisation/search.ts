import { send } from '@/shared/api'
import type { Bilingual } from '@/shared/i18n'

/** An organisation by what it is called. */
export interface NamedOrganisation {
  readonly id: number
  readonly name: Bilingual
}

/** Those that have a name or alias like this. */
export async function searchOrganisations(
  q: string,
  signal: AbortSignal,
): Promise<readonly NamedOrganisation[]> {
  const { data } = await send<{ items: readonly NamedOrganisation[] }>(
    'GET',
    '/api/organisations',
    { query: { q }, signal },
  )
  return data.items
}
