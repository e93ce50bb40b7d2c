import { send, upload, type Schema } from '@/shared/api'

export const KINDS = ['spreadsheet', 'orcid', 'openalex'] as const
export type ImportKind = (typeof KINDS)[number]

export type ImportJob = Schema<'ImportJob'>
export type ImportState = ImportJob['state']
export type ImportError = Schema<'ErrorView'>

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

export async function jobs(page: number, signal: AbortSignal): Promise<Schema<'JobPage'>> {
  return (await send<Schema<'JobPage'>>('GET', '/api/imports', { query: { page }, signal })).data
}

export async function job(id: string, signal: AbortSignal): Promise<ImportJob> {
  return (await send<ImportJob>('GET', `/api/imports/${id}`, { signal })).data
}

export async function errors(
  id: string,
  page: number,
  signal: AbortSignal,
): Promise<Schema<'ErrorPage'>> {
  return (
    await send<Schema<'ErrorPage'>>('GET', `/api/imports/${id}/errors`, { query: { page }, signal })
  ).data
}

export async function order(id: string, what: 'pause' | 'resume' | 'cancel'): Promise<void> {
  await send('POST', `/api/imports/${id}/${what}`)
}
