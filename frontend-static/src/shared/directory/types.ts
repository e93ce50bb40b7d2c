import type { Schema } from '@/shared/api'

/** A stretch of text in which something was found; its marks count UTF-16 units from and to. */
export type Highlight = Schema<'Highlight'>

export type FacetValue = Schema<'FacetValue'>
