import { expect, it } from 'vitest'
import { stretches } from '@/shared/directory'
import {
  changed,
  countOfFilters,
  readState,
  switched,
  toggled,
  toParameters,
  widened,
} from './state'

it('reads what it wrote', () => {
  const address = {
    q: '固态电池 AND "x"',
    mode: 'advanced',
    domain: ['battery', 'solid-state-battery'],
    language: ['de'],
    verified: 'true',
    sort: 'name',
    page: '3',
  }
  expect(toParameters(readState(address))).toEqual(address)
  expect(toParameters(readState({}))).toEqual({})
})

it('takes nonsense in the address as nothing', () => {
  const state = readState({
    page: '-4',
    sort: 'cheapest',
    verified: 'maybe',
    domain: ['', 'a', 'a'],
  })
  expect(state.page).toBe(1)
  expect(state.sort).toBe('relevance')
  expect(state.switches.verified).toBe(false)
  expect(state.facets.domain).toEqual(['a'])
})

it('starts on the first page when the question changes', () => {
  const third = readState({ q: 'laser', page: '3' })
  const narrowed = toggled(third, 'country', 'DE')
  expect(narrowed.page).toBe(1)
  expect(narrowed.facets.country).toEqual(['DE'])
  expect(toggled(narrowed, 'country', 'DE').facets.country).toEqual([])
  expect(changed(third, { page: 4 }).page).toBe(4)
})

it('counts and clears conditions but keeps the words', () => {
  const state = switched(toggled(readState({ q: 'laser' }), 'city', 'hefei'), 'verified')
  expect(countOfFilters(state)).toBe(2)
  expect(toParameters(widened(state))).toEqual({ q: 'laser' })
})

it('cuts a text at its marks, whatever they are', () => {
  expect(stretches('固态电池研究', [[0, 4]])).toEqual([
    { text: '固态电池', marked: true },
    { text: '研究', marked: false },
  ])
  const marks: [number, number][] = [
    [4, 99],
    [2, 5],
    [3, 1],
  ]
  expect(
    stretches('<b>abc', marks)
      .map(({ text }) => text)
      .join(''),
  ).toBe('<b>abc')
  expect(stretches('abc', [])).toEqual([{ text: 'abc', marked: false }])
})
