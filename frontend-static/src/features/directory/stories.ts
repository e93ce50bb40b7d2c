import { askedBy, type Asked } from '@/shared/directory'
import type { FoundStory } from './api'

/** What stories can be narrowed down by, in the order in which it is shown. */
export const STORY_FACETS = ['kind', 'domain', 'industry', 'country', 'city', 'language'] as const
export type StoryFacet = (typeof STORY_FACETS)[number]

export const STORY_SORTS = ['relevance', 'updated'] as const
export type StorySort = (typeof STORY_SORTS)[number]

/** Everything that decides what is shown; it lives in the address. */
export type StoriesState = Asked<StoryFacet, StorySort>

export const stories = askedBy(STORY_FACETS, STORY_SORTS)

/** The page of what was found. */
export function pageOf({ kind, id }: Pick<FoundStory['card'], 'kind' | 'id'>): string {
  if (kind === 'study') return `/research/${id}`
  return kind === 'guide' ? `/guides/${id}` : `/stories/${id}`
}

/**
 * Where the words were found: in the title as it is shown, and in other places, which are quoted. A title in the
 * other language is quoted as well, since it is not shown; who tells it is shown anyway.
 */
export function places(item: FoundStory, title: string) {
  const tellers = item.card.by.flatMap(({ zh, en }) => [zh, en])
  return {
    title: item.highlights.find(({ field, text }) => field === 'title' && text === title),
    quotes: item.highlights
      .filter(({ field, text }) =>
        field === 'affiliation' ? !tellers.includes(text) : field !== 'title' || text !== title,
      )
      .slice(0, 2),
  }
}
