import { send, type Schema } from '@/shared/api'

export type ArticleCard = Schema<'ArticleCard'>
export type ArticlePage = Schema<'ArticlePage'>
export type ArticleKind = ArticleCard['kind']

export interface Wanted {
  readonly kind?: string | null
  readonly country?: string | null
  readonly industry?: string | null
  readonly organisation?: number | null
  readonly person?: number | null
  readonly q?: string | null
}

/** What the public may read, the latest first. */
export const readStories = async (
  wanted: Wanted,
  page: number,
  size: number,
  signal: AbortSignal,
) =>
  (await send<ArticlePage>('GET', '/api/articles', { query: { ...wanted, page, size }, signal }))
    .data

export { default as storyTexts } from './texts'
export { default as StoryCard } from './StoryCard.vue'
export { default as StoryList } from './StoryList.vue'
