import { send, type Schema } from '@/shared/api'
import type { Newsletter } from '@/shared/newsletter'

export type Letter = Schema<'NewsletterLetter'>
export const KINDS = ['stories', 'needs', 'people', 'projects'] as const
export type Kind = (typeof KINDS)[number]

/** Topics somebody chose. */
export interface Wishes {
  readonly kinds: readonly string[]
  readonly industries: readonly string[]
  readonly countries: readonly string[]
}

export function toQuery({ kinds, industries, countries }: Wishes): string {
  const query = new URLSearchParams()
  kinds.forEach((kind) => query.append('kind', kind))
  industries.forEach((code) => query.append('industry', code))
  countries.forEach((code) => query.append('country', code))
  return query.toString()
}

export function fromQuery(query: string): Wishes {
  const given = new URLSearchParams(query)
  return {
    kinds: given.getAll('kind'),
    industries: given.getAll('industry'),
    countries: given.getAll('country'),
  }
}

/** The page that shows all that a newsletter tells of. */
export function pageOf({ source, query }: { source: string; query: string }): string {
  if (source === 'topics') return '/stories'
  return `/${source}${query ? `?${query}` : ''}`
}

export async function readNewsletters(signal: AbortSignal): Promise<readonly Newsletter[]> {
  return (await send<Schema<'NewsletterList'>>('GET', '/api/newsletters', { signal })).data.items
}

export async function changeNewsletter(
  { id, version }: Newsletter,
  body: Schema<'ChangeNewsletter'>,
  signal?: AbortSignal,
): Promise<void> {
  await send('PUT', `/api/newsletters/${id}`, {
    body,
    etag: `"${version}"`,
    ...(signal ? { signal } : {}),
  })
}

export async function deleteNewsletter({ id }: Newsletter): Promise<void> {
  await send('DELETE', `/api/newsletters/${id}`)
}

export async function askAsVisitor(
  body: Schema<'SubscribeAsVisitor'>,
  signal: AbortSignal,
): Promise<void> {
  await send('POST', '/api/newsletters/visitors', { body, signal })
}

export type Act = 'confirm' | 'stop'

export async function readLetter(act: Act, token: string, signal: AbortSignal): Promise<Letter> {
  const path = `/api/newsletters/${act}/${encodeURIComponent(token)}`
  return (await send<Letter>('GET', path, { signal })).data
}

export async function answerLetter(act: Act, token: string): Promise<void> {
  await send('POST', `/api/newsletters/${act}/${encodeURIComponent(token)}`)
}
