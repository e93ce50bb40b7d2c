import { expect, it } from 'vitest'
import { membersIn, moved, proposing, replaced, standing } from './choices'
import { over, seated, toneOf } from './draws'
import texts from './choiceTexts'

const proof = { value: 90, best: 90, gap: 0, proven: true, candidates: 40, milliseconds: 12 }

it('takes the people from an address, each once, and nothing else', () => {
  expect(membersIn('3,1,3,x,-2,')).toEqual([3, 1])
  expect(membersIn(undefined)).toEqual([])
  expect(proposing(7, [3, 1]).query).toEqual({ members: '3,1' })
})

it('puts somebody in the place of somebody else, others staying where they are', () => {
  expect(replaced([1, 2, 3], 2, 9)).toEqual([1, 9, 3])
})

it('moves people in the order of those who follow, and not beyond its ends', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
})

it('says how a panel stands to the best one', () => {
  expect(standing(proof)).toEqual({ word: 'best', points: 0 })
  expect(standing({ ...proof, value: 85.7 })).toEqual({ word: 'below', points: 4.3 })
  expect(standing({ ...proof, proven: false }).word).toBe('unproven')
  expect(Object.keys(texts.zh.proof)).toEqual(expect.arrayContaining(['best', 'below', 'unproven']))
})

it('knows by which states people have seats, and which are on file only', () => {
  const states = [
    'open',
    'frozen',
    'drawn',
    'proposed',
    'chosen',
    'refused',
    'withdrawn',
    'void',
  ] as const
  expect(states.filter(seated)).toEqual(['drawn', 'chosen'])
  expect(states.filter(over)).toEqual(['refused', 'withdrawn', 'void'])
  for (const state of states) expect(toneOf(state)).toBeTruthy()
})
