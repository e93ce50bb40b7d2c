import { send } from '@/shared/api'
import type { FacetValue, Highlight } from '@/shared/directory'
import type { Bilingual } from '@/shared/i18n'
import type { ExpertCard, ListPage } from '@/shared/people'
import { toParameters, type DirectoryState } from './state'

export interface DirectoryItem {
  readonly card: ExpertCard
  readonly highlights: readonly Highlight[]
}

export interface DirectoryAnswer extends ListPage<DirectoryItem> {
  readonly facets: Partial<Record<string, readonly FacetValue[]>>
}

/** A field of the query language, explained in both languages. */
export interface QueryField {
  readonly name: string
  readonly chineseName?: string | null
  readonly meaning: Bilingual
  readonly examples: readonly string[]
}

export async function searchExperts(
  state: DirectoryState,
  signal: AbortSignal,
): Promise<DirectoryAnswer> {
  const query = { ...toParameters(state), size: PAGE_SIZE }
  return (await send<DirectoryAnswer>('GET', '/api/directory/experts', { query, signal })).data
}

export const PAGE_SIZE = 20

export async function queryHelp(signal: AbortSignal): Promise<readonly QueryField[]> {
  const { data } = await send<{ fields: readonly QueryField[] }>(
    'GET',
    '/api/directory/query-help',
    { signal },
  )
  return data.fields
}
