import { expect, it } from 'vitest'
import { filtersOf, readState, toggled, toParameters, widened } from './board'

it('shows the latest first until somebody searches', () => {
  expect(readState({}).sort).toBe('updated')
  expect(readState({ q: '电池' }).sort).toBe('relevance')
  expect(toParameters(readState({ q: '电池' }))).toEqual({ q: '电池' })
})

it('reads back what it wrote', () => {
  const state = readState({ q: 'a', industry: ['ai', 'ai', 'new-it'], city: 'hefei', page: '3' })
  expect(state.facets.industry).toEqual(['ai', 'new-it'])
  expect(readState(toParameters(state))).toEqual(state)
})

it('starts on the first page again when narrowed, and keeps the words when widened', () => {
  const narrowed = toggled(readState({ q: 'a', page: '4' }), 'city', 'hefei')
  expect(narrowed.page).toBe(1)
  expect(filtersOf(narrowed)).toEqual([{ facet: 'city', code: 'hefei' }])
  expect(filtersOf(toggled(narrowed, 'city', 'hefei'))).toEqual([])
  expect(widened(narrowed)).toEqual(readState({ q: 'a' }))
})
