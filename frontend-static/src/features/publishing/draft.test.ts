import { describe, expect, it } from 'vitest'
import { EMPTY, isEmpty, toSave } from './draft'

describe('an article that is being written', () => {
  it('has no text as long as the editor holds an empty paragraph', () => {
    expect(isEmpty('<p></p>')).toBe(true)
    expect(isEmpty('<p> </p><p><br></p>')).toBe(true)
    expect(isEmpty('<figure><img src="/api/articles/pictures/k" alt=""></figure>')).toBe(false)
  })

  it('sends what is empty as nothing, and people and organisations by their numbers', () => {
    const saved = toSave({
      ...EMPTY,
      title: { zh: '签约', en: ' ' },
      text: { zh: '<p>今天</p>', en: '<p></p>' },
      people: [{ id: 4, name: '李明' }],
      organisations: [{ id: 9, name: { zh: '某大学' } }],
    })
    expect(saved.title).toEqual({ zh: '签约', en: null })
    expect(saved.text).toEqual({ zh: '<p>今天</p>', en: null })
    expect(saved.form).toBeNull()
    expect(saved.people).toEqual([4])
    expect(saved.organisations).toEqual([9])
  })
})
