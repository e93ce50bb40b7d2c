import { describe, expect, it } from 'vitest'
import { leaves } from './place'
import { begun, trendTable } from './trend'

describe('the fields of the people of a place', () => {
  it('are the narrowest ones, each once, the most first', () => {
    const optics = { code: 'optics', label: { zh: '光学' }, count: 3 }
    const tree = [
      {
        code: 'science',
        label: { zh: '理学' },
        count: 9,
        children: [{ code: 'laser', label: { zh: '激光' }, count: 5 }, optics],
      },
      { code: 'engineering', label: { zh: '工学' }, count: 8, children: [optics] },
    ]
    expect(leaves(tree as never).map(({ code }) => code)).toEqual(['laser', 'optics'])
  })
})

describe('the years of a place', () => {
  const year = {
    needs: 2,
    projectsStarted: 1,
    projectsRunning: 3,
    bases: 0,
    people: 4,
  }
  const trend = {
    closedNeeds: 'none' as const,
    years: [
      { year: 2025, ...year, peopleSoFar: 9 },
      { year: 2026, ...year, people: 0, peopleSoFar: 9 },
    ],
  }

  it('are the figures of the trend, in the order that is wanted, none left out', () => {
    const named = [
      { one: 'people' as const, name: '新入库人才' },
      { one: 'needs' as const, name: '新发布需求' },
    ]
    const { columns, rows } = trendTable(trend, named, { year: '年份', soFar: '累计人才' })
    expect(columns.map(({ label }) => label)).toEqual([
      '年份',
      '新入库人才',
      '新发布需求',
      '累计人才',
    ])
    expect(rows).toEqual([
      [2025, 4, 2, 9],
      [2026, 0, 2, 9],
    ])
  })

  it('begin where there is something to be told', () => {
    const people = [{ one: 'people' as const }]
    const years = [{ year: 2024, ...year, people: 0, peopleSoFar: 0 }, ...trend.years]
    expect(begun(years, people).map((one) => one.year)).toEqual([2025, 2026])
    expect(begun(years.slice(0, 1), people)).toEqual([])
  })
})
