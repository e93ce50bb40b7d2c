import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CHECKS, commitmentOf, verifyDraw, type Check, type Transcript } from './verifyDraw'

/** Kept equal to what the server's own tests draw. */
const text = readFileSync('src/features/panel/transcript.fixture.json', 'utf8')
const read = () => JSON.parse(text) as DeepMutable<Transcript>

type DeepMutable<T> = { -readonly [K in keyof T]: DeepMutable<T[K]> }

const failing = (transcript: Transcript): Check[] =>
  CHECKS.filter((one) => !verifyDraw(transcript)[one])

it('finds a transcript of the server in order', () => {
  expect(failing(read())).toEqual([])
})

it('notices an outcome that was chosen', () => {
  const transcript = read()
  const { members, order } = transcript.strata[0]!
  members[0] = order.find((person) => !members.includes(person))!
  expect(failing(transcript)).toEqual(['draw', 'seal'])
})

it('notices a list, a secret, a role or a moment that was changed', () => {
  const list = read()
  list.list.excluded[0]!.reason = 'another reason'
  expect(failing(list)).toContain('listHash')
  const secret = read()
  secret.officers[0]!.secret = '0'.repeat(64)
  expect(failing(secret)).toEqual(expect.arrayContaining(['commitments', 'seed', 'draw', 'seal']))
  const role = read()
  role.officers[0]!.role = role.officers[1]!.role
  expect(failing(role)).toEqual(['roles', 'seal'])
  const moment = read()
  moment.officers[0]!.revealedAt = '2026-05-04T01:59:59.999999Z'
  expect(failing(moment)).toEqual(['moments', 'seal'])
})

it('calls what is no transcript none', () => {
  expect(failing({ list: {}, officers: [] } as unknown as Transcript)).toEqual([...CHECKS])
})

it('makes the commitment of the specification', () => {
  const [officer] = read().officers
  expect(commitmentOf(officer!.secret)).toBe(officer!.commitment)
  expect(() => commitmentOf('abc')).toThrow()
})
