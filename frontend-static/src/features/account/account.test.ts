import { expect, it } from 'vitest'
import type { DemoAccount } from './api'
import { asTold, grouped } from './demoGroups'
import { safeTarget } from './safeTarget'

it('goes to the page that was asked for, and never to another site', () => {
  expect(safeTarget('/experts/7?tab=evidence#top')).toBe('/experts/7?tab=evidence#top')
  expect(safeTarget(undefined)).toBe('/workspace')
  expect(safeTarget(['/a', '/b'])).toBe('/workspace')
  expect(safeTarget('https://elsewhere.example/')).toBe('/workspace')
  expect(safeTarget('//elsewhere.example/')).toBe('/workspace')
  expect(safeTarget('/\\elsewhere.example/')).toBe('/workspace')
  expect(safeTarget('/\t/elsewhere.example/')).toBe('/workspace')
  expect(safeTarget('/sign-in?to=/sign-in')).toBe('/workspace')
})

it('groups the accounts of the demonstration by story, in the order of the platform', () => {
  const account = (email: string, role: DemoAccount['roles'][number]): DemoAccount => ({
    email,
    password: 'p',
    displayName: email,
    roles: [role],
    story: '',
  })
  const groups = grouped([
    account('admin', 'ADMINISTRATOR'),
    account('expert', 'EXPERT'),
    account('hefei', 'CITY_OFFICER'),
    account('auditor', 'AUDITOR'),
  ])
  expect(groups.map(({ story }) => story)).toEqual(['experts', 'administration', 'operation'])
  expect(groups.at(-1)?.accounts.map(({ email }) => email)).toEqual(['admin', 'auditor'])
})

it('reads who somebody is and what they do from the sentence in either language', () => {
  const account = { email: '', password: '', displayName: '', roles: [] }
  expect(asTold({ ...account, story: 'Officer of Wuhu: review needs' })).toEqual({
    who: 'Officer of Wuhu',
    task: 'review needs',
  })
  expect(asTold({ ...account, story: '审计员：查阅操作记录' }).who).toBe('审计员')
  expect(asTold({ ...account, story: 'Look around' }).task).toBe('Look around')
})
