import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CHECKS, commitmentOf, verifyDraw, type Check, type Transcript } from './verifyDraw'

/** Kept equal to what the server's own tests draw. */
const text = readFileSync('src/features/panel/transcript.fixture.json', 'utf8')
const read = () => JSON.parse(text) as DeepMutable<Transcript>

type DeepMutable<T> = { -readonly [K in keyof T]: DeepMutable<T[K]> }

function first<T>(list: readonly T[]): T {
  const [found] = list
  if (found === undefined) throw new Error('The fixture lacks something')
  return found
}

const failing = (transcript: Transcript): Check[] =>
  CHECKS.filter((one) => !verifyDraw(transcript)[one])

it('finds a transcript of the server in order', () => {
  expect(failing(read())).toEqual([])
})

it('notices an outcome that was chosen', () => {
  const transcript = read()
  const { members, order } = first(transcript.strata)
  members[0] = first(order.filter((person) => !members.includes(person)))
  expect(failing(transcript)).toEqual(['draw', 'seal'])
})

it('notices a list, a secret, a role or a moment that was changed', () => {
  const list = read()
  first(list.list.excluded).reason = 'another reason'
  expect(failing(list)).toContain('listHash')
  const secret = read()
  first(secret.officers).secret = '0'.repeat(64)
  expect(failing(secret)).toEqual(expect.arrayContaining(['commitments', 'seed', 'draw', 'seal']))
  const role = read()
  first(role.officers).role = first(role.officers.slice(1)).role
  expect(failing(role)).toEqual(['roles', 'seal'])
  const moment = read()
  first(moment.officers).revealedAt = '2026-05-04T01:59:59.999999Z'
  expect(failing(moment)).toEqual(['moments', 'seal'])
})

it('calls what is no transcript none', () => {
  expect(failing({ list: {}, officers: [] } as unknown as Transcript)).toEqual([...CHECKS])
})

it('makes the commitment of the specification', () => {
  const officer = first(read().officers)
  expect(commitmentOf(officer.secret)).toBe(officer.commitment)
  expect(() => commitmentOf('abc')).toThrow()
})
