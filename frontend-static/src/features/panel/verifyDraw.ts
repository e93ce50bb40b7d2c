import { sha256 } from '@noble/hashes/sha2.js'
import { hmac } from '@noble/hashes/hmac.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * Draws again from a transcript and compares everything, in the reader's own browser: a third
 * implementation of `backend/docs/draw.md`, independent of the server's.
 */
export interface Transcript {
  readonly format: string
  readonly list: {
    readonly title: string
    readonly most: number
    readonly strata: readonly Stratum[]
    readonly excluded: readonly { person: number; name: string; reason: string }[]
  }
  readonly listHash: string
  readonly officers: readonly TranscriptOfficer[]
  readonly frozenAt: string
  readonly seed: string
  readonly strata: readonly {
    stratum: string
    members: readonly number[]
    order: readonly number[]
  }[]
  readonly seal: string
}

interface Stratum {
  readonly name: string
  readonly seats: number
  readonly entries: readonly Entry[]
}

interface Entry {
  readonly person: number
  readonly name: string
  readonly organisation: number
}

interface TranscriptOfficer {
  readonly name: string
  readonly role: string
  readonly commitment: string
  readonly committedAt: string
  readonly secret: string
  readonly revealedAt: string
}

export const CHECKS = [
  'format',
  'list',
  'listHash',
  'commitments',
  'roles',
  'moments',
  'seed',
  'draw',
  'seal',
] as const
export type Check = (typeof CHECKS)[number]
export type Checks = Readonly<Record<Check, boolean>>

/** What of a transcript holds; nothing of it has to be well-formed. */
export function verifyDraw(transcript: Transcript): Checks {
  const { list, officers } = transcript
  const drawn = holds(() => draw(transcript))
  return {
    format: transcript.format === 'zhiqiao-draw 1',
    list: holds(() => inOrder(transcript)),
    listHash: holds(() => hex(canonical(list)) === transcript.listHash),
    commitments: holds(
      () =>
        officers.length === 2 &&
        officers.every(({ secret, commitment }) => commitmentOf(secret) === commitment),
    ),
    roles: holds(
      () => officers.length === 2 && new Set(officers.map(({ role }) => role)).size === 2,
    ),
    moments: holds(
      () =>
        officers.length === 2 &&
        officers.every(
          ({ committedAt, revealedAt }) =>
            moment(committedAt) <= moment(transcript.frozenAt) &&
            moment(revealedAt) >= moment(transcript.frozenAt),
        ),
    ),
    seed: holds(() => bytesToHex(seedOf(transcript)) === transcript.seed),
    draw: drawn,
    seal: holds(() => sealOf(transcript) === transcript.seal),
  }
}

/** The commitment to a secret, both in hex. */
export function commitmentOf(secret: string): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes('zhiqiao-draw-commitment 1\n'), bytes(secret))))
}

/** What has to be there; a transcript that lacks it does not hold. */
function at<T>(list: readonly T[], place: number): T {
  const found = list[place]
  if (found === undefined) throw new Error(`Nothing at ${place}`)
  return found
}

function holds(check: () => boolean): boolean {
  try {
    return check()
  } catch {
    return false
  }
}

function bytes(secret: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(secret)) throw new Error('Not a secret of 32 bytes')
  return hexToBytes(secret)
}

const hex = (text: string) => bytesToHex(sha256(utf8ToBytes(text)))

/** To the nanosecond: a Date knows only milliseconds. */
function moment(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(text)
  if (!parts) throw new Error(`Not a moment: ${text}`)
  return `${parts[1]}.${(parts[2] ?? '').padEnd(9, '0')}`
}

function inOrder({ list }: Transcript): boolean {
  const people = [
    ...list.strata.flatMap(({ entries }) => entries.map(({ person }) => person)),
    ...list.excluded.map(({ person }) => person),
  ]
  return (
    new Set(people).size === people.length &&
    list.strata.every(({ entries }) =>
      entries.every((entry, i) => i === 0 || at(entries, i - 1).person < entry.person),
    )
  )
}

function canonical(list: Transcript['list']): string {
  const lines: (string | number)[][] = [
    ['zhiqiao-draw-list 1'],
    ['title', list.title],
    ['most', list.most],
  ]
  for (const { name, seats, entries } of list.strata) {
    lines.push(['stratum', name, seats])
    for (const entry of entries) lines.push(['entry', entry.person, entry.name, entry.organisation])
  }
  for (const { person, name, reason } of list.excluded)
    lines.push(['excluded', person, name, reason])
  return text(lines)
}

const text = (lines: readonly (readonly (string | number)[])[]) =>
  lines.map((parts) => `${parts.join('\t')}\n`).join('')

function seedOf({ list, officers }: Transcript): Uint8Array {
  return sha256(
    concatBytes(
      utf8ToBytes('zhiqiao-draw-seed 1\n'),
      sha256(utf8ToBytes(canonical(list))),
      ...officers.map(({ secret }) => bytes(secret)),
    ),
  )
}

function sealOf(transcript: Transcript): string {
  const lines: (string | number)[][] = [
    ['zhiqiao-draw-seal 1'],
    ['list', transcript.listHash],
    ...transcript.officers.map((one) => [
      'officer',
      one.name,
      one.role,
      one.commitment,
      one.committedAt,
      one.secret,
      one.revealedAt,
    ]),
    ['frozen', transcript.frozenAt],
    ['seed', transcript.seed],
  ]
  for (const { stratum, members, order } of transcript.strata) {
    lines.push(['stratum', stratum])
    for (const person of members) lines.push(['member', person])
    for (const person of order) lines.push(['drawn', person])
  }
  return hex(text(lines))
}

/** Numbers below a bound, all equally likely; see the specification. */
function numbers(seed: Uint8Array): (bound: number) => number {
  let block = new DataView(new ArrayBuffer(0))
  let at = 0
  let counter = 0n
  function next(): number {
    if (at >= block.byteLength) {
      const message = new DataView(new ArrayBuffer(8))
      message.setBigUint64(0, counter++)
      const made = hmac(sha256, seed, new Uint8Array(message.buffer))
      block = new DataView(made.buffer, made.byteOffset, made.byteLength)
      at = 0
    }
    const number = block.getUint32(at)
    at += 4
    return number
  }
  return (bound) => {
    const fair = 2 ** 32 - (2 ** 32 % bound)
    let number = next()
    while (number >= fair) number = next()
    return number % bound
  }
}

function draw(transcript: Transcript): boolean {
  const { list } = transcript
  const below = numbers(seedOf(transcript))
  const met = new Map<number, number>()
  return (
    transcript.strata.length === list.strata.length &&
    list.strata.every(({ name, seats, entries }, i) => {
      const order = [...entries]
      for (let place = 0; place < order.length - 1; place++) {
        const other = place + below(order.length - place)
        const entry = at(order, place)
        order[place] = at(order, other)
        order[other] = entry
      }
      const members: number[] = []
      for (const { person, organisation } of order) {
        if (members.length >= seats) break
        const so = (met.get(organisation) ?? 0) + 1
        if (organisation !== 0) met.set(organisation, so)
        if (organisation === 0 || so <= list.most) members.push(person)
      }
      const drawn = at(transcript.strata, i)
      return (
        drawn.stratum === name &&
        same(drawn.members, members) &&
        same(
          drawn.order,
          order.map(({ person }) => person),
        )
      )
    })
  )
}

const same = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((number, i) => number === other[i])
