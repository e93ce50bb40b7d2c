import { describe, expect, it } from 'vitest'
import { addressOf, csvFile, shown } from './figures'
import { bands, heat, lines, type Look } from './look'

const look: Look = {
  page: '#ffffff',
  text: '#222222',
  muted: '#666666',
  hair: '#dddddd',
  seal: '#b5352a',
  font: 'sans-serif',
  series: ['#1f7063', '#33568f', '#b07d25', '#24406b', '#7d8a99'],
  scale: ['#ffffff', '#1f7063'],
}

describe('figures', () => {
  it('tell what is not there from nought', () => {
    expect(shown(null, 'index')).toBe('—')
    expect(shown(0, 'index')).toBe('0.000')
    expect(shown(0.4213, 'share')).toBe('42.1%')
    expect(shown(2024, 'year')).toBe('2024')
    expect(shown(12345, 'count')).toBe('12,345')
    expect(shown('<5', 'count')).toBe('<5')
  })

  it('have an address that asks for the same again', () => {
    expect(addressOf('trend.xlsx', { city: 'hefei', from: '', to: '2024' })).toBe(
      '/api/picture/trend.xlsx?city=hefei&to=2024',
    )
    expect(addressOf('trend', { city: '' })).toBe('/api/picture/trend')
  })

  it('are a file in which no name is a formula and no gap is a nought', () => {
    expect(
      csvFile(
        ['国别', '指数'],
        [
          ['＝1+1', null],
          [' @x', -0.5],
          ['德国', 0.25],
        ],
      ),
    ).toBe("\uFEFF国别,指数\r\n'＝1+1,—\r\n' @x,-0.5\r\n德国,0.25\r\n")
  })
})

describe('a drawing', () => {
  it('breaks a line where there is no figure', () => {
    const { series } = lines(look, [2020, 2021], [{ name: 'HHI', values: [null, 0.5] }])
    expect(series).toMatchObject([{ data: ['-', 0.5], connectNulls: false }])
  })

  it('stands still for whoever wants calm', () => {
    const before = window.matchMedia
    window.matchMedia = ((query: string) => ({ matches: query.includes('reduce') })) as never
    expect(lines(look, [], []).animation).toBe(false)
    window.matchMedia = before
  })

  it('leads from each city to each country once, also where their codes are alike', () => {
    const { series } = bands(
      look,
      [
        { city: 'AA', country: 'AA', count: 2 },
        { city: 'AA', country: 'DE', count: 1 },
      ],
      { city: (code) => `城市${code}`, country: (code) => `国别${code}` },
    )
    expect(series).toMatchObject([
      {
        data: [{ name: 'city AA' }, { name: 'country AA' }, { name: 'country DE' }],
        links: [{ value: 2 }, { value: 1 }],
      },
    ])
  })

  it('has a field for each industry and country', () => {
    const { series } = heat(
      look,
      ['a', 'b'],
      ['x', 'y'],
      [
        [1, 0],
        [0, 3],
      ],
    )
    expect(series).toMatchObject([
      {
        data: [
          [0, 0, 1],
          [1, 0, 0],
          [0, 1, 0],
          [1, 1, 3],
        ],
      },
    ])
  })
})
