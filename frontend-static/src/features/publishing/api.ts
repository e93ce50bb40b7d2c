import { send, upload, type Schema } from '@/shared/api'
import type { Version } from '@/shared/form'

export type Manuscript = Schema<'ManuscriptView'>
export type ManuscriptPage = Schema<'ManuscriptPage'>
export type Story = Schema<'ArticleView'>
export type Finding = Schema<'ArticleFinding'>
export type SaveArticle = Schema<'SaveArticle'>
export type State = Manuscript['state']

export const PAGE = 20

export const readStory = async (id: number, signal: AbortSignal) =>
  (await send<Story>('GET', `/api/articles/${id}`, { signal })).data

export const readMine = async (page: number, signal: AbortSignal) =>
  (
    await send<ManuscriptPage>('GET', '/api/articles/mine', {
      query: { page, size: PAGE },
      signal,
    })
  ).data

export const readQueue = async (page: number, signal: AbortSignal) =>
  (
    await send<ManuscriptPage>('GET', '/api/articles/review-queue', {
      query: { page, size: PAGE },
      signal,
    })
  ).data

export const readManuscript = async (
  id: number,
  signal?: AbortSignal,
): Promise<Version<Manuscript>> =>
  send<Manuscript>('GET', `/api/articles/${id}/manuscript`, signal ? { signal } : {})

export const saveArticle = async (
  id: number | null,
  version: number | null,
  body: SaveArticle,
  signal: AbortSignal,
): Promise<Version<Manuscript>> =>
  id === null
    ? send<Manuscript>('POST', '/api/articles', { body, signal })
    : send<Manuscript>('PUT', `/api/articles/${id}`, {
        body,
        etag: `"${version}"`,
        signal,
      })

export const takeStep = async (
  manuscript: Pick<Manuscript, 'id' | 'version'>,
  step: 'submit' | 'publish' | 'return' | 'withdraw',
  body?: object,
): Promise<Manuscript> =>
  (
    await send<Manuscript>('POST', `/api/articles/${manuscript.id}/${step}`, {
      etag: `"${manuscript.version}"`,
      ...(body ? { body } : {}),
    })
  ).data

export const deleteArticle = async (id: number): Promise<void> => {
  await send('DELETE', `/api/articles/${id}`)
}

/** Makes a picture of the platform's own from a file. */
export async function uploadPicture(file: File): Promise<Schema<'PictureView'>> {
  const form = new FormData()
  form.set('file', file)
  return upload<Schema<'PictureView'>>('/api/articles/pictures', form)
}

export function toneOf(state: State): 'plain' | 'good' | 'notice' | 'danger' {
  switch (state) {
    case 'published':
      return 'good'
    case 'submitted':
    case 'returned':
      return 'notice'
    case 'withdrawn':
      return 'danger'
    default:
      return 'plain'
  }
}
