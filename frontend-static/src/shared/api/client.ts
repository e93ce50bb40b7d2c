import createClient, {
  type Client,
  type FetchResponse,
  type MaybeOptionalInit,
} from 'openapi-fetch'
import type { HttpMethod, PathsWithMethod, RequiredKeysOf } from 'openapi-typescript-helpers'
import { locale } from '@/shared/i18n'
import { isAbort, networkProblem, problemOf, type ProblemError } from './problem'
import type { components, paths } from './schema'

/** A shape of the server's description, such as `Schema<'SessionView'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const listeners = new Set<(problem: ProblemError) => void>()

/** Tells of every refusal, so that an expired session is noticed wherever it happens. */
export function onProblem(listener: (problem: ProblemError) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * The one way to the server: same origin, the reader's language, the CSRF token from its cookie,
 * and a ProblemError for everything that is not a success. An aborted call rejects with the
 * browser's AbortError.
 */
export async function call(request: Request): Promise<Response> {
  if (!SAFE.has(request.method)) {
    // The server hands the cookie out with the first answer; a very first call may precede it.
    if (!csrfToken()) await send(new Request(new URL('/api/session', location.href)))
    const token = csrfToken()
    if (token) request.headers.set('X-XSRF-TOKEN', token)
  }
  const response = await send(request)
  if (response.ok) return response
  const problem = await problemOf(response)
  listeners.forEach((listener) => listener(problem))
  throw problem
}

async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', locale.value)
  // Tells the server to answer 401 instead of leading to a sign-in page.
  request.headers.set('X-Requested-With', 'XMLHttpRequest')
  if (!request.headers.has('Accept')) {
    request.headers.set('Accept', 'application/json, application/problem+json')
  }
  try {
    return await fetch(request)
  } catch (error) {
    if (isAbort(error)) throw error
    throw networkProblem(error)
  }
}

function csrfToken(): string | undefined {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1]
  return found === undefined ? undefined : decodeURIComponent(found)
}

/** An answer with what a later change needs: its version and, for something new, where it is. */
export interface Answer<T> {
  readonly data: T
  readonly etag: string | null
  readonly location: string | null
  readonly status: number
}

interface Versioned {
  /** The version that was read: sent as If-Match; a stale one is refused with 412. */
  etag?: string | null
}

type Path<M extends HttpMethod> = PathsWithMethod<paths, M>
type Operation<P extends keyof paths, M extends HttpMethod> = M extends keyof paths[P]
  ? NonNullable<paths[P][M]>
  : never
type Init<P extends keyof paths, M extends HttpMethod> = MaybeOptionalInit<
  paths[P],
  M & keyof paths[P]
> &
  Versioned
type Arguments<P extends keyof paths, M extends HttpMethod> =
  RequiredKeysOf<Init<P, M>> extends never ? [init?: Init<P, M>] : [init: Init<P, M>]
type Data<P extends keyof paths, M extends HttpMethod> = NonNullable<
  FetchResponse<
    Operation<P, M> & Record<string | number, unknown>,
    object,
    `${string}/${string}`
  >['data']
>

const client: Client<Record<string, never>> = createClient<Record<string, never>>({
  baseUrl: location.origin,
  fetch: call,
})

async function perform<P extends keyof paths, M extends HttpMethod>(
  method: M,
  path: P,
  given: object = {},
): Promise<Answer<Data<P, M>>> {
  const { etag, headers, ...rest } = given as { headers?: object } & Versioned
  // The types are checked in `api` below; the library's own cannot follow a method given as a value.
  const request = client.request as unknown as (
    method: string,
    path: string,
    init: object,
  ) => Promise<{ data?: unknown; response: Response }>
  const { data, response } = await request(method, path as string, {
    ...rest,
    headers: { ...headers, ...(etag ? { 'If-Match': etag } : {}) },
  })
  return {
    data: data as Data<P, M>,
    etag: response.headers.get('ETag'),
    location: response.headers.get('Location'),
    status: response.status,
  }
}

/**
 * Calls by method and path, typed by the server's description:
 * `await api.get('/api/overview', { signal })`,
 * `await api.put('/api/demands/{id}', { params: { path: { id } }, body, etag })`.
 */
export const api = {
  get: <P extends Path<'get'>>(path: P, ...[init]: Arguments<P, 'get'>) =>
    perform<P, 'get'>('get', path, init),
  post: <P extends Path<'post'>>(path: P, ...[init]: Arguments<P, 'post'>) =>
    perform<P, 'post'>('post', path, init),
  put: <P extends Path<'put'>>(path: P, ...[init]: Arguments<P, 'put'>) =>
    perform<P, 'put'>('put', path, init),
  patch: <P extends Path<'patch'>>(path: P, ...[init]: Arguments<P, 'patch'>) =>
    perform<P, 'patch'>('patch', path, init),
  delete: <P extends Path<'delete'>>(path: P, ...[init]: Arguments<P, 'delete'>) =>
    perform<P, 'delete'>('delete', path, init),
}

/** Sends files (multipart); the answer is the caller's to type, as descriptions say little of forms. */
export async function upload<T>(path: string, form: FormData, signal?: AbortSignal): Promise<T> {
  const response = await call(
    new Request(new URL(path, location.href), {
      method: 'POST',
      body: form,
      ...(signal ? { signal } : {}),
    }),
  )
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** Fetches a file and hands it to the reader under the server's name for it. */
export async function download(path: string, init: RequestInit = {}): Promise<void> {
  const request = new Request(new URL(path, location.href), init)
  request.headers.set('Accept', '*/*')
  const response = await call(request)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = fileName(response.headers.get('Content-Disposition'))
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? 'zhiqiao'
}
