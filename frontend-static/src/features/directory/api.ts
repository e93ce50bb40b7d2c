import { send, type Schema } from '@/shared/api'
import { toParameters, type DirectoryState } from './state'

export type DirectoryItem = Schema<'ItemExpertCard'>
export type DirectoryAnswer = Schema<'AnswerExpertCard'>
/** A field of the query language, explained in both languages. */
export type QueryField = Schema<'Field'>

export async function searchExperts(
  state: DirectoryState,
  signal: AbortSignal,
): Promise<DirectoryAnswer> {
  const query = { ...toParameters(state), size: PAGE_SIZE }
  return (await send<DirectoryAnswer>('GET', '/api/directory/experts', { query, signal })).data
}

export const PAGE_SIZE = 20

export type FoundStory = Schema<'ItemFoundStory'>
export type FoundStories = Schema<'AnswerFoundStory'>

/** Articles, studies and guides that everybody may read. */
export const searchStories = async (
  query: Record<string, string | string[]>,
  signal: AbortSignal,
): Promise<FoundStories> =>
  (
    await send<FoundStories>('GET', '/api/directory/stories', {
      query: { ...query, size: PAGE_SIZE },
      signal,
    })
  ).data

export async function queryHelp(signal: AbortSignal): Promise<readonly QueryField[]> {
  const { data } = await send<{ fields: readonly QueryField[] }>(
    'GET',
    '/api/directory/query-help',
    { signal },
  )
  return data.fields
}
