import { send, type Schema } from '@/shared/api'
import type { DemandCard, DemandView, Outcome, ReadDemand } from '@/shared/demand'
import type { ListPage } from '@/shared/people'

export type BoardItem = Omit<Schema<'ItemDemandCard'>, 'card'> & { card: DemandCard }
export type BoardAnswer = Omit<Schema<'AnswerDemandCard'>, 'items'> & { items: BoardItem[] }

/** How many people a need would find while it is being written. */
export type Preview = Schema<'MatchPreview'>

export async function searchDemands(
  query: Record<string, string | number | readonly string[]>,
  signal: AbortSignal,
): Promise<BoardAnswer> {
  return (await send<BoardAnswer>('GET', '/api/directory/demands', { query, signal })).data
}

export async function readMine(page: number, signal: AbortSignal): Promise<ListPage<DemandView>> {
  const query = { page, size: 50 }
  return (await send<ListPage<DemandView>>('GET', '/api/demands/mine', { query, signal })).data
}

export async function readQueue(page: number, signal: AbortSignal): Promise<ListPage<DemandView>> {
  const query = { page, size: 20 }
  return (await send<ListPage<DemandView>>('GET', '/api/demands/review-queue', { query, signal }))
    .data
}

/** A new need, or a change of the version that was read. */
export async function saveDemand(
  id: number | null,
  etag: string | null,
  body: Schema<'SaveDemand'>,
  signal: AbortSignal,
): Promise<ReadDemand> {
  const { data, etag: next } =
    id === null
      ? await send<DemandView>('POST', '/api/demands', { body, signal })
      : await send<DemandView>('PUT', `/api/demands/${id}`, { body, etag, signal })
  return { demand: data, etag: next }
}

export async function previewDemand(
  body: Schema<'SaveDemand'>,
  signal: AbortSignal,
): Promise<Preview> {
  return (await send<Preview>('POST', '/api/demands/preview', { body, signal })).data
}

export async function deleteDemand(id: number): Promise<void> {
  await send('DELETE', `/api/demands/${id}`)
}

export async function submitDemand(id: number): Promise<DemandView> {
  return (await send<DemandView>('POST', `/api/demands/${id}/submit`)).data
}

/** An officer decides about the version that was read, not about one that came in between. */
export async function publishDemand(demand: DemandView): Promise<DemandView> {
  const etag = `"${demand.version}"`
  return (await send<DemandView>('POST', `/api/demands/${demand.id}/publish`, { etag })).data
}

export async function returnDemand(demand: DemandView, reason: string): Promise<DemandView> {
  const etag = `"${demand.version}"`
  const body = { reason }
  return (await send<DemandView>('POST', `/api/demands/${demand.id}/return`, { body, etag })).data
}

export async function closeDemand(id: number, outcome: Outcome, note: string): Promise<DemandView> {
  const body = { outcome, note: note || null }
  return (await send<DemandView>('POST', `/api/demands/${id}/close`, { body })).data
}

/** A new deadline for a published need, without a new review. */
export async function renewDemand(demand: DemandView, deadline: string): Promise<DemandView> {
  return (
    await send<DemandView>('POST', `/api/demands/${demand.id}/renew`, {
      etag: `"${demand.version}"`,
      body: { deadline },
    })
  ).data
}
