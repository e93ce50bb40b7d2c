import { describe, expect, it } from 'vitest'
import { yearsOf } from './api'
import { EMPTY, noNumbers, toSave } from './draft'

describe('cooperation that is being entered', () => {
  it('sends what is empty as nothing and figures as numbers', () => {
    const saved = toSave({
      ...EMPTY,
      title: { zh: '联合研发', en: ' ' },
      fromYear: '2024',
      funding: '',
    })
    expect(saved.title).toEqual({ zh: '联合研发', en: null })
    expect(saved.fromYear).toBe(2024)
    expect(saved.funding).toBeNull()
    expect(saved.channel).toBeNull()
  })

  it('tells which figures are none', () => {
    expect(noNumbers({ ...EMPTY, fromYear: '二〇二四', toYear: '2026', funding: '3 万' })).toEqual([
      'fromYear',
      'funding',
    ])
  })

  it('sends days and people only of what has them', () => {
    const draft = {
      ...EMPTY,
      kind: 'event',
      form: 'visit',
      from: '2026-04-20',
      headcount: '6',
      byCountry: [
        { country: 'DE', people: '6' },
        { country: '', people: '' },
      ],
    }
    expect(toSave(draft).occasion).toEqual({
      form: 'visit',
      from: '2026-04-20',
      to: null,
      people: 6,
      byCountry: [{ country: 'DE', people: 6 }],
    })
    expect(toSave({ ...draft, kind: 'project' }).occasion).toBeNull()
    expect(noNumbers({ ...draft, byCountry: [{ country: 'DE', people: 'six' }] })).toEqual([
      'occasion/byCountry/0/people',
    ])
  })

  it('says in which years it went on', () => {
    expect(yearsOf({ fromYear: 2024, toYear: 2026 })).toBe('2024–2026')
    expect(yearsOf({ fromYear: 2024 })).toBe('2024–')
    expect(yearsOf({ fromYear: 2024, toYear: 2024 })).toBe('2024')
    expect(yearsOf({})).toBe('')
  })
})
