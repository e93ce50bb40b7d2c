import { call, type Answer } from './client'

/** Parameters of an address; a list repeats its name, what is empty is left out. */
export type Query = Record<
  string,
  string | number | boolean | readonly (string | number)[] | null | undefined
>

export interface SendOptions {
  readonly query?: Query
  readonly body?: unknown
  /** The version that was read: sent as If-Match; a stale one is refused with 412. */
  readonly etag?: string | null
  readonly signal?: AbortSignal
}

/**
 * A call whose answer the feature types itself, in its own `api.ts`: for what the server's
 * description tells only loosely. Where the description is exact, `api` checks more.
 */
export async function send<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  options: SendOptions = {},
): Promise<Answer<T>> {
  const headers = new Headers()
  if (options.body !== undefined) headers.set('Content-Type', 'application/json')
  if (options.etag) headers.set('If-Match', options.etag)
  const response = await call(
    new Request(new URL(path + search(options.query), location.href), {
      method,
      headers,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    }),
  )
  const text = await response.text()
  return {
    data: (text === '' ? undefined : JSON.parse(text)) as T,
    etag: response.headers.get('ETag'),
    location: response.headers.get('Location'),
    status: response.status,
  }
}

function search(query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue
    if (typeof value === 'object') value.forEach((one) => params.append(name, String(one)))
    else params.append(name, String(value))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}
