import { send, type Schema } from '@/shared/api'
import type { Organisation } from './api'

/** Somebody who acts, or asks to act, for an organisation. */
export type Member = Schema<'Member'>
export type JoinRequest = Schema<'JoinRequestView'>
export type JoinRequestPage = Schema<'JoinRequestPage'>

export async function members(id: number, signal: AbortSignal): Promise<readonly Member[]> {
  return (await send<readonly Member[]>('GET', `/api/organisations/${id}/members`, { signal })).data
}

export async function waitingRequests(page: number, signal: AbortSignal): Promise<JoinRequestPage> {
  return (await send<JoinRequestPage>('GET', '/api/join-requests', { query: { page }, signal }))
    .data
}

export async function ownRequests(signal: AbortSignal): Promise<readonly JoinRequest[]> {
  return (await send<readonly JoinRequest[]>('GET', '/api/join-requests/mine', { signal })).data
}

export async function ask(id: number, message: string, signal: AbortSignal): Promise<JoinRequest> {
  return (
    await send<JoinRequest>('POST', `/api/organisations/${id}/join-requests`, {
      body: { message: message.trim() || null },
      signal,
    })
  ).data
}

export async function decide(
  id: number,
  how: 'accept' | 'withdraw' | { readonly reason: string },
): Promise<JoinRequest> {
  const path = `/api/join-requests/${id}`
  return typeof how === 'string'
    ? (await send<JoinRequest>('POST', `${path}/${how}`)).data
    : (await send<JoinRequest>('POST', `${path}/refuse`, { body: how })).data
}

export async function leave(): Promise<void> {
  await send('DELETE', '/api/account/organisation')
}

export type MoveKind = 'members' | 'joinRequests' | 'parts' | 'people' | 'demands'
export type MergePreview = Omit<Schema<'MergePreview'>, 'moves'> & {
  moves: readonly { readonly kind: MoveKind; readonly count: number }[]
}

export async function mergePreview(
  stays: string,
  goes: string,
  signal: AbortSignal,
): Promise<MergePreview> {
  return (
    await send<MergePreview>('GET', `/api/organisations/${stays}/merge-preview`, {
      query: { otherId: goes },
      signal,
    })
  ).data
}

/** Names the versions that the preview was about, so that nothing else is merged than was seen. */
export async function merge({ stays, goes }: MergePreview): Promise<Organisation> {
  return (
    await send<Organisation>('POST', `/api/organisations/${stays.id}/merge`, {
      body: { otherId: goes.id, otherVersion: goes.version },
      etag: `"${stays.version}"`,
    })
  ).data
}
