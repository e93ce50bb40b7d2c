import { describe, expect, it } from 'vitest'
import type { Criterion } from '@/shared/fit'
import type { MatchItem } from './api'
import { fromAddress, lead, reweighted, shares, toAddress, SHIPPED } from './weights'

function person(id: number, rank: number, values: Partial<Record<Criterion, number>>): MatchItem {
  const criteria = Object.keys(values) as Criterion[]
  const share = shares(SHIPPED, criteria)
  const contributions = criteria.map((criterion) => ({
    criterion,
    value: values[criterion] ?? 0,
    weight: share[criterion],
    points: 100 * share[criterion] * (values[criterion] ?? 0),
    reasons: [],
  }))
  return {
    rank,
    score: contributions.reduce((sum, { points }) => sum + points, 0),
    contributions,
    improvements: [],
    shortlisted: false,
    card: {
      id,
      names: { others: [] },
      title: {},
      summary: {},
      domains: [],
      languages: [],
      countries: [],
      verified: false,
      sample: false,
      updatedAt: '2026-01-01T00:00:00Z',
    },
  }
}

const expert = person(1, 1, { domain: 1, language: 0.2 })
const speaker = person(2, 2, { domain: 0.5, language: 1 })
const ids = (items: readonly MatchItem[]) => items.map(({ card }) => card.id)

describe('weights', () => {
  it('share only among what the need asks for', () => {
    const share = shares(SHIPPED, ['domain', 'language'])
    expect(share.domain + share.language).toBeCloseTo(1)
    expect(share.country).toBe(0)
  })

  it('change nothing while they are the usual ones', () => {
    const again = reweighted([expert, speaker], SHIPPED)
    expect(ids(again)).toEqual([1, 2])
    expect(again[0]?.score).toBeCloseTo(expert.score)
  })

  it('turn the order round at once, with ranks and points that still add up', () => {
    const turned = reweighted([expert, speaker], { ...SHIPPED, language: 100 })
    expect(ids(turned)).toEqual([2, 1])
    expect(turned.map(({ rank }) => rank)).toEqual([1, 2])
    for (const { score, contributions } of turned) {
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score)
    }
  })

  it('continue the ranks of a later page', () => {
    const later = reweighted(
      [
        { ...expert, rank: 51 },
        { ...speaker, rank: 52 },
      ],
      SHIPPED,
    )
    expect(later.map(({ rank }) => rank)).toEqual([51, 52])
  })

  it('stand in the address unless they are the usual ones', () => {
    expect(toAddress(null)).toBeUndefined()
    const moved = { domain: 20, language: 80, country: 0, wishes: 10 }
    expect(fromAddress(toAddress(moved))).toEqual(moved)
  })

  it('are the usual ones when the address is nonsense', () => {
    for (const text of ['', '1-2-3', '0-0-0-0', '50-20-20-1000', 'a-b-c-d', undefined, ['1']]) {
      expect(fromAddress(text)).toBeNull()
    }
  })
})

it('tells in which criterion one is ahead and in which behind', () => {
  const { ahead, gains, losses } = lead(expert, speaker)
  expect(ahead).toBeCloseTo(expert.score - speaker.score)
  expect(gains.map(({ criterion }) => criterion)).toEqual(['domain'])
  expect(losses.map(({ criterion }) => criterion)).toEqual(['language'])
})
