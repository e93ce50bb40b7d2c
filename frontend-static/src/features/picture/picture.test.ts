import { describe, expect, it } from 'vitest'
import { csvOf, listOf, needFor, type GapMatrix } from './api'

const cell = {
  industry: 'ai',
  place: 'hefei',
  needs: 2,
  people: 0,
  projects: 1,
  bases: 0,
  outcomes: 0,
  leading: true,
}
const matrix: GapMatrix = {
  columns: 'city',
  country: 'DE',
  language: 'de',
  industries: ['ai'],
  places: ['hefei'],
  cells: [cell],
}

describe('the gap matrix', () => {
  it('opens the very list behind a figure', () => {
    expect(listOf(matrix, cell, 'needs')).toBe('/demands?industry=ai&city=hefei&country=DE')
    expect(listOf(matrix, cell, 'people')).toBe(
      '/experts?industry=ai&city=hefei&country=DE&language=de',
    )
    expect(listOf(matrix, cell, 'bases')).toBe(
      '/cooperation?industry=ai&city=hefei&country=DE&kind=base',
    )
    expect(listOf(matrix, cell, 'outcomes')).toBe(
      '/workspace/outcomes?industry=ai&city=hefei&country=DE',
    )
    const byCountry: GapMatrix = { ...matrix, columns: 'country', country: null, city: 'hefei' }
    expect(listOf(byCountry, { ...cell, place: 'JP' }, 'projects')).toBe(
      '/cooperation?industry=ai&city=hefei&country=JP&kind=project',
    )
  })

  it('begins a need from a gap', () => {
    expect(needFor(matrix, cell)).toBe(
      '/workspace/demands/new?industry=ai&city=hefei&country=DE&language=de',
    )
  })

  it('is a file that spreadsheets read, whatever a name begins with', () => {
    const file = csvOf(matrix, ['产业', '城市', '需求', '人', '项目', '基地', '成果'], {
      industry: () => '=人工智能',
      place: () => '合肥,"市"',
    })
    expect(file).toBe(
      '\uFEFF产业,城市,需求,人,项目,基地,成果\r\n\'=人工智能,"合肥,""市""",2,0,1,0,0\r\n',
    )
  })
})
