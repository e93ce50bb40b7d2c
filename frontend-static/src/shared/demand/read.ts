import { send } from '@/shared/api'
import type { DemandView } from './types'

/** A need with the version that a change of it must name. */
export interface ReadDemand {
  readonly demand: DemandView
  readonly etag: string | null
}

export async function readDemand(id: number, signal?: AbortSignal): Promise<ReadDemand> {
  const { data, etag } = await send<DemandView>(
    'GET',
    `/api/demands/${id}`,
    signal ? { signal } : {},
  )
  return { demand: data, etag }
}
