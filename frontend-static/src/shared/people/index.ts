import type { Schema } from '@/shared/api'

/** What a person is called, in up to three scripts. */
export type PersonNames = Schema<'Names'>
export type LanguageSkill = Schema<'LanguageSkill'>
export type CountryExperience = Schema<'CountryExperience'>
/** An expert in a list: as much as the reader may see. */
export type ExpertCard = Schema<'ExpertCard'>

/** A part of a long list; `page` counts from 1. */
export interface ListPage<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly page: number
  readonly size: number
}

/** Somebody with a profile, as a form keeps them. */
export interface NamedPerson {
  readonly id: number
  readonly name: string
}

export { default as PersonSelect } from './PersonSelect.vue'
