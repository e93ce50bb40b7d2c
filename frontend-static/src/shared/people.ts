import type { Bilingual } from '@/shared/i18n'
import type { ConceptRef } from '@/shared/vocabulary'

/** What a person is called, in up to three scripts. */
export interface PersonNames {
  readonly zh?: string | null
  readonly latin?: string | null
  readonly nativeScript?: string | null
  readonly others?: readonly string[]
}

export interface LanguageSkill {
  readonly code: string
  readonly level: string
}

export interface CountryExperience {
  readonly code: string
  readonly kind: string
  readonly from?: number | null
  readonly to?: number | null
  readonly note?: string | null
}

/** An expert in a list: as much as the reader may see. */
export interface ExpertCard {
  readonly id: number
  readonly names: PersonNames
  readonly title?: { readonly level?: string; readonly zh?: string; readonly en?: string }
  readonly affiliation?: Bilingual | null
  readonly residence?: string | null
  readonly summary?: Bilingual | null
  readonly domains: readonly ConceptRef[]
  readonly languages: readonly LanguageSkill[]
  readonly countries: readonly CountryExperience[]
  readonly verified: boolean
  readonly sample: boolean
  readonly updatedAt: string
}

/** A part of a long list; `page` counts from 1. */
export interface ListPage<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly page: number
  readonly size: number
}
