export { default as FacetValues } from './FacetValues.vue'
export { default as MarkedText } from './MarkedText.vue'
export { stretches, type Stretch } from './marks'
export type { FacetValue, Highlight } from './types'
