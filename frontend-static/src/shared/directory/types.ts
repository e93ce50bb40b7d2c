import type { Bilingual } from '@/shared/i18n'

/** A stretch of text in which something was found; ranges count UTF-16 units. */
export interface Highlight {
  readonly field: string
  readonly text: string
  readonly marks: readonly (readonly [number, number])[]
}

export interface FacetValue {
  readonly code: string
  readonly label?: Bilingual | null
  readonly count: number
  readonly children?: readonly FacetValue[]
}
