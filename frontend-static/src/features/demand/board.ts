import { askedBy, type Asked } from '@/shared/directory'

/** What the board can be narrowed down by, in the order in which it is shown. */
export const FACETS = ['kind', 'domain', 'industry', 'city', 'country', 'language'] as const
export type FacetName = (typeof FACETS)[number]

export const SORTS = ['relevance', 'updated'] as const
export type Sort = (typeof SORTS)[number]

/** Everything that decides what the board shows; it lives in the address. */
export type BoardState = Asked<FacetName, Sort>

export const { readState, toParameters, toggled, widened, filtersOf } = askedBy(FACETS, SORTS)
