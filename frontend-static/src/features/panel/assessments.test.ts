import { describe, expect, it } from 'vitest'
import { draftsOf, isLow, marksOf, sumOf, type AssessmentRule } from './assessments'

const rule: AssessmentRule = {
  workingDays: 5,
  mark: 'practice',
  criteria: [
    { code: 'attendance', points: 20, name: { zh: '履约' }, meaning: { zh: '' } },
    { code: 'diligence', points: 80, name: { zh: '尽责' }, meaning: { zh: '' } },
  ],
}

describe('an assessment that is being written', () => {
  it('begins without any points, so that nobody gives what was there', () => {
    const drafts = draftsOf(rule)
    expect(drafts.map(({ points }) => points)).toEqual(['', ''])
    expect(sumOf(drafts)).toBeNull()
    expect(marksOf(drafts)[0]?.points).toBeNull()
  })

  it('begins a ruling with the points that are contested, in the order of the criteria', () => {
    const drafts = draftsOf(rule, {
      state: 'contested',
      points: 30,
      remark: '',
      at: '2026-03-01T00:00:00Z',
      marks: [
        { criterion: 'diligence', points: 20, reason: '过于简略' },
        { criterion: 'attendance', points: 10, reason: '' },
      ],
    })
    expect(drafts.map(({ points }) => points)).toEqual([10, 20])
    expect(drafts[1]?.reason).toBe('过于简略')
    expect(sumOf(drafts)).toBe(30)
  })

  it('asks for a reason below sixty per cent', () => {
    expect(isLow(11, 20)).toBe(true)
    expect(isLow(12, 20)).toBe(false)
    expect(isLow('', 20)).toBe(false)
  })
})
