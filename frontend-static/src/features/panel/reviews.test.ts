import { describe, expect, it } from 'vitest'
import { draftsOf, markOf, opinionOf, shareOf, type ReviewSheet } from './reviews'

const criteria = [
  { name: { zh: '创新性', en: null }, points: 30, weight: 60 },
  { name: { zh: '可行性', en: null }, points: 10, weight: 40 },
]

describe('the form of a member', () => {
  it('leaves out items of which the member has to stay away, and keeps what was saved', () => {
    const sheet = {
      items: [
        { number: 1, title: '项目一', parties: [], recused: false },
        { number: 2, title: '项目二', parties: [], recused: true },
        { number: 4, title: '项目四', parties: [], recused: false },
      ],
      criteria,
      opinions: [{ item: 4, points: { 1: 12.5 }, comment: '先记一笔' }],
    } as unknown as ReviewSheet
    const drafts = draftsOf(sheet)
    expect(drafts).toEqual([
      { item: 1, points: { 1: '', 2: '' }, comment: '' },
      { item: 4, points: { 1: 12.5, 2: '' }, comment: '先记一笔' },
    ])
    expect(opinionOf(drafts).items?.[1]).toEqual({
      item: 4,
      points: { 1: 12.5 },
      comment: '先记一笔',
    })
  })

  it('weighs points as the server does, once all are given', () => {
    expect(markOf(criteria, { 1: 15, 2: '' })).toBeNull()
    expect(markOf(criteria, { 1: 15, 2: 5 })).toBe(50)
    expect(markOf(criteria, { 1: 0, 2: 0 })).toBe(0)
    expect(shareOf(criteria, 60)).toBe(60)
  })
})
