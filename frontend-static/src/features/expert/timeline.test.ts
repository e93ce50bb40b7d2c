import { expect, it } from 'vitest'
import { timelineOf } from './timeline'

it('lays stays out on one axis, earliest first', () => {
  const line = timelineOf(
    [
      { code: 'DE', kind: 'work', from: 2016, to: 2019 },
      { code: 'JP', kind: 'study', from: 2010, to: 2014 },
    ],
    2026,
  )
  expect([line.from, line.to]).toEqual([2010, 2019])
  expect(line.rows.map(({ stay }) => stay.code)).toEqual(['JP', 'DE'])
  expect(line.rows[0]?.bar).toEqual({ start: 0, width: 50, open: false })
  expect(line.rows[1]?.bar).toEqual({ start: 60, width: 40, open: false })
  expect(line.ticks.map(({ year }) => year)).toEqual([2010, 2012, 2014, 2016, 2018])
})

it('lets what goes on reach to the present year, and what is agreed begin later', () => {
  const line = timelineOf(
    [
      { code: 'FR', kind: 'work', from: 2025 },
      { code: 'IT', kind: 'work', from: 2027 },
    ],
    2026,
  )
  expect([line.from, line.to]).toEqual([2025, 2027])
  expect(line.rows.map(({ bar }) => bar?.open)).toEqual([true, true])
})

it('draws nothing where no years are known', () => {
  const line = timelineOf(
    [
      { code: 'VN', kind: 'trade' },
      { code: 'TH', kind: 'trade', to: 2003 },
    ],
    2026,
  )
  expect(line.rows.map(({ bar }) => bar !== null)).toEqual([true, false])
  expect(timelineOf([], 2026).rows).toEqual([])
})
