import { describe, expect, it } from 'vitest'
import { leaves } from './place'

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
