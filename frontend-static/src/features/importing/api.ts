import { send, upload } from '@/shared/api'

export const KINDS = ['spreadsheet', 'orcid', 'openalex'] as const
export type ImportKind = (typeof KINDS)[number]

export type ImportState = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled'

export interface ImportJob {
  readonly id: number
  readonly kind: ImportKind
  readonly fileName: string
  readonly state: ImportState
  /** Whether new profiles are published at once. */
  readonly publish: boolean
  /** Rows in the file, once they are counted. */
  readonly total?: number | null
  readonly done: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
  /** Why it failed, as a code. */
  readonly failure?: string | null
  readonly createdAt: string
  readonly startedAt?: string | null
  readonly finishedAt?: string | null
}

export interface ImportError {
  readonly line: number
  readonly field: string
  readonly label?: string | null
  readonly code: string
  readonly detail: string
  readonly value?: string | null
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly page: number
  readonly size: number
}

/** It is not over yet and goes on by itself. */
export function moving(job: ImportJob | undefined): boolean {
  return job?.state === 'queued' || job?.state === 'running'
}

/** What a file is, by its name; the reader may say otherwise. */
export function kindOf(fileName: string): ImportKind | null {
  if (/\.(xlsx|csv)$/i.test(fileName)) return 'spreadsheet'
  if (/orcid/i.test(fileName)) return 'orcid'
  if (/openalex|\.(jsonl|ndjson)$/i.test(fileName)) return 'openalex'
  return null
}

export async function start(
  file: File,
  kind: ImportKind,
  publish: boolean,
  signal: AbortSignal,
): Promise<ImportJob> {
  const form = new FormData()
  form.set('kind', kind)
  form.set('publish', `${publish}`)
  form.set('file', file)
  return upload<ImportJob>('/api/imports', form, signal)
}

export async function jobs(page: number, signal: AbortSignal): Promise<Page<ImportJob>> {
  return (await send<Page<ImportJob>>('GET', '/api/imports', { query: { page }, signal })).data
}

export async function job(id: string, signal: AbortSignal): Promise<ImportJob> {
  return (await send<ImportJob>('GET', `/api/imports/${id}`, { signal })).data
}

export async function errors(
  id: string,
  page: number,
  signal: AbortSignal,
): Promise<Page<ImportError>> {
  return (
    await send<Page<ImportError>>('GET', `/api/imports/${id}/errors`, { query: { page }, signal })
  ).data
}

export async function order(id: string, what: 'pause' | 'resume' | 'cancel'): Promise<void> {
  await send('POST', `/api/imports/${id}/${what}`)
}
