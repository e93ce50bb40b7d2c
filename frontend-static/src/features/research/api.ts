import { send, upload, type Schema } from '@/shared/api'
import type { DemandCard } from '@/shared/demand'
import type { Version } from '@/shared/form'

export type ResearchKind = Schema<'ResearchView'>['content']['kind']
export type ResearchTopic = Omit<Schema<'ResearchTopic'>, 'needs'> & {
  readonly needs: readonly DemandCard[]
}
export type ResearchText = Omit<Schema<'ResearchText'>, 'topics'> & {
  readonly topics: readonly ResearchTopic[]
}
export type ResearchView = Omit<Schema<'ResearchView'>, 'content'> & {
  readonly content: ResearchText
}
export type ResearchAuthor = Schema<'ResearchAuthor'>
export type ResearchCard = Schema<'ResearchCard'>
export type Entry = Omit<Schema<'ResearchEntry'>, 'content'> & { readonly content: ResearchText }
export interface EntryPage {
  readonly items: readonly Entry[]
  readonly total: number
}
export type SaveResearch = Schema<'SaveResearch'>
export type NeedCluster = Omit<Schema<'NeedCluster'>, 'needs'> & {
  readonly needs: readonly DemandCard[]
}
export type PdfView = Schema<'PdfView'>

export const PAGE = 20

export const readAll = async (
  kind: ResearchKind,
  wanted: { theme?: string; person?: number | null; q?: string },
  page: number,
  signal: AbortSignal,
) =>
  (
    await send<Schema<'ResearchPage'>>('GET', '/api/research', {
      query: { kind, ...wanted, page, size: PAGE },
      signal,
    })
  ).data

export const readOne = async (id: number, edition: number | null, signal: AbortSignal) =>
  (await send<ResearchView>('GET', `/api/research/${id}`, { query: { edition }, signal })).data

const readEntries = async (path: string, page: number, signal: AbortSignal) =>
  (await send<EntryPage>('GET', path, { query: { page, size: PAGE }, signal })).data

export const readMine = (page: number, signal: AbortSignal) =>
  readEntries('/api/research/mine', page, signal)

export const readQueue = (page: number, signal: AbortSignal) =>
  readEntries('/api/research/review-queue', page, signal)

export const readEntry = (id: number, signal?: AbortSignal): Promise<Version<Entry>> =>
  send<Entry>('GET', `/api/research/${id}/entry`, signal ? { signal } : {})

export const readClusters = async (
  place: { industry?: string; city?: string; country?: string },
  signal: AbortSignal,
) =>
  (await send<NeedCluster[]>('GET', '/api/research/clusters', { query: { ...place }, signal })).data

export const saveEntry = (
  id: number | null,
  version: number | null,
  body: SaveResearch,
  signal: AbortSignal,
): Promise<Version<Entry>> =>
  id === null
    ? send<Entry>('POST', '/api/research', { body, signal })
    : send<Entry>('PUT', `/api/research/${id}`, { body, etag: `"${version}"`, signal })

export const takeStep = async (
  entry: Pick<Entry, 'id' | 'version'>,
  step: 'submit' | 'publish' | 'return',
  body?: object,
): Promise<Entry> =>
  (
    await send<Entry>('POST', `/api/research/${entry.id}/${step}`, {
      etag: `"${entry.version}"`,
      ...(body ? { body } : {}),
    })
  ).data

export const withdraw = async (id: number, remarks: string): Promise<void> => {
  await send('POST', `/api/research/${id}/withdraw`, { body: { remarks } })
}

export const deleteEntry = async (id: number): Promise<void> => {
  await send('DELETE', `/api/research/${id}`)
}

export async function takePdf(file: File): Promise<PdfView> {
  const form = new FormData()
  form.set('file', file)
  return upload<PdfView>('/api/research/pdf', form)
}

export function toneOf(state: Entry['state']): 'plain' | 'good' | 'notice' {
  if (state === 'published') return 'good'
  return state === 'draft' || state === 'withdrawn' ? 'plain' : 'notice'
}

/** The page on which the public reads it. */
export function pageOf(one: { id: number; kind: ResearchKind }): string {
  return `/${one.kind === 'guide' ? 'guides' : 'research'}/${one.id}`
}
