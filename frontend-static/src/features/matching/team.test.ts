import { describe, expect, it } from 'vitest'
import type { Team } from './api'
import { outcomeOf, proofOf, readIds, toggled } from './team'

const team = (kept: boolean[], more: Partial<Team> = {}) =>
  ({
    members: kept.map((one) => ({ kept: one })),
    uncovered: [],
    atLeast: kept.length,
    apart: [0, 1],
    ...more,
  }) as unknown as Team

describe('a team in words', () => {
  it('tells how far it gets', () => {
    expect(outcomeOf(team([]))).toBe('nobody')
    expect(outcomeOf(team([false]))).toBe('one')
    expect(outcomeOf(team([false, false]))).toBe('whole')
    expect(outcomeOf(team([false], { uncovered: [2] }))).toBe('partly')
  })

  it('tells why fewer will not do', () => {
    expect(proofOf(team([false, false]))).toBe('apart')
    expect(proofOf(team([true, false, false]))).toBe('apartKept')
    expect(proofOf(team([false, false], { apart: null }))).toBe('steps')
    expect(proofOf(team([false, false], { atLeast: 1 }))).toBe('cut')
    expect(proofOf(team([false]))).toBe('none')
    expect(proofOf(team([true, true]))).toBe('none')
  })

  it('reads people from the address and nothing else', () => {
    expect(readIds('3,17')).toEqual([3, 17])
    for (const wrong of ['', 'x', '3,', '-1', null, ['3']]) expect(readIds(wrong)).toEqual([])
    expect(toggled([3, 17], 3)).toEqual([17])
    expect(toggled([17], 3)).toEqual([17, 3])
  })
})
