import { describe, expect, it } from 'vitest'
import { noFigures, reached, yearDraftOf, yearToSave, type BaseYear } from './followUp'

const year: BaseYear = {
  id: 7,
  year: 2025,
  version: 2,
  title: { zh: '示例基地', en: null },
  unclear: [],
  state: 'open',
  dueBy: '2026-03-31',
  editable: true,
  note: null,
  measures: [{ area: 'training', what: '博士', unit: '人', target: 8, result: null }],
}

describe('the year of a base', () => {
  it('keeps a result that is not known yet apart from none', () => {
    const draft = yearDraftOf(year)
    expect(yearToSave(draft).measures?.[0]?.result).toBeNull()
    const [first] = draft.measures
    expect(
      yearToSave({ ...draft, measures: first ? [{ ...first, result: '0' }] : [] }).measures?.[0]
        ?.result,
    ).toBe(0)
  })

  it('names what is no figure', () => {
    const draft = yearDraftOf(year)
    const [first] = draft.measures
    expect(
      noFigures({ ...draft, measures: first ? [first, { ...first, target: '3.555' }] : [] }),
    ).toEqual(['/measures/1/target'])
  })

  it('says how much of a target was reached', () => {
    expect(reached({ target: 8, result: 9 })).toBe(113)
    expect(reached({ target: 8, result: null })).toBeNull()
    expect(reached({ target: 0, result: 9 })).toBeNull()
  })
})
