import { describe, expect, it } from 'vitest'
import { contactOf, stands } from '@/shared/engagement'
import { letterDoor, REASONS, stagesFrom } from './api'
import texts from './texts'

describe('the way of a contact', () => {
  it('goes on, fails, or is put right', () => {
    expect(stagesFrom('in-contact')).toEqual({
      next: ['agreed', 'contract', 'done', 'failed'],
      back: [],
    })
    expect(stagesFrom('contract')).toEqual({
      next: ['done', 'failed'],
      back: ['in-contact', 'agreed'],
    })
    expect(stagesFrom('done')).toEqual({
      next: [],
      back: ['in-contact', 'agreed', 'contract', 'failed'],
    })
    expect(stagesFrom('failed').next).toEqual([])
    expect(stagesFrom('failed').back).toContain('in-contact')
    expect(stagesFrom('waiting')).toEqual({ next: [], back: [] })
  })

  it('has words for every reason in both languages', () => {
    const all = new Set<string>(Object.values(REASONS).flat())
    for (const language of ['zh', 'en'] as const) {
      const known = new Set(Object.keys(texts[language].reason))
      expect([...all].filter((code) => !known.has(code))).toEqual([])
    }
  })

  it('sends a contact only if something was filled in', () => {
    expect(contactOf({ name: ' ', email: '', other: ' ' })).toBeNull()
    expect(contactOf({ name: ' A ', email: 'a@b.example', other: '' })).toEqual({
      name: 'A',
      email: 'a@b.example',
      other: null,
    })
  })

  it('keeps the token of a letter whole', () => {
    expect(letterDoor('a/b')).toBe('/api/engagements/letters/a%2Fb')
    expect(stands('declined')).toBe(false)
    expect(stands('done')).toBe(true)
  })
})
