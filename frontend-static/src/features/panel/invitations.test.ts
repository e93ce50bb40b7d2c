import { expect, it } from 'vitest'
import {
  fromField,
  letterPath,
  refusalErrors,
  suggestedAnswerBy,
  toField,
  toneOfInvitation,
} from './invitations'
import texts from './invitationTexts'

it('reads by the number in the workspace, and by the token of a mail elsewhere', () => {
  expect(letterPath({ id: '7' })).toBe('/api/invitations/7')
  expect(letterPath({ token: 'a/b' })).toBe('/api/invitations/by-token/a%2Fb')
})

it('takes local times for the moments that they are', () => {
  const moment = new Date(2026, 10, 28, 9, 5)
  expect(toField(moment)).toBe('2026-11-28T09:05')
  expect(fromField('2026-11-28T09:05')).toBe(moment.toISOString())
  expect(fromField('')).toBeNull()
  expect(fromField('2026-11')).not.toBe('')
})

it('suggests the evening three days from now, also over the end of a month', () => {
  expect(suggestedAnswerBy(new Date(2026, 10, 29, 23, 59))).toBe('2026-12-02T18:00')
})

it('asks for a reason, and for words if it is another one', () => {
  const words = { reason: 'reason?', note: 'note?' }
  expect(refusalErrors({ reason: '', note: '', notUntil: '' }, words)[0]?.pointer).toBe('/reason')
  expect(refusalErrors({ reason: 'other', note: ' ', notUntil: '' }, words)[0]?.pointer).toBe(
    '/note',
  )
  expect(refusalErrors({ reason: 'no-time', note: '', notUntil: '' }, words)).toEqual([])
})

it('has a tone for every state that has words', () => {
  for (const state of Object.keys(texts.zh.state) as (keyof typeof texts.zh.state)[])
    expect(toneOfInvitation(state)).toBeTruthy()
})
