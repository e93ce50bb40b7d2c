import { send, type Schema } from '@/shared/api'
import type { DemandCard, DemandView } from '@/shared/demand'

export type EngagementLine = Omit<Schema<'EngagementLine'>, 'need'> & { need?: DemandCard | null }
export type Engagement = Omit<Schema<'EngagementView'>, 'need'> & { need?: DemandView | null }
export type EngagementState = EngagementLine['state']
export type Side = EngagementLine['by']
export type Contact = Schema<'EngagementContact'>
export type TriageVerdict = Schema<'TriageView'>['verdict']
export type TriageDecision = Schema<'TriageView'>
export type DemandEngagements = Omit<Schema<'DemandEngagements'>, 'items'> & {
  items: EngagementLine[]
}

/** What there is with a need, for whoever reads its page. */
export const readOfDemand = async (id: number, signal?: AbortSignal): Promise<DemandEngagements> =>
  (await send<DemandEngagements>('GET', `/api/engagements/demands/${id}`, signal ? { signal } : {}))
    .data

export interface OwnEngagements {
  readonly asPerson: readonly EngagementLine[]
  readonly asOwner: readonly EngagementLine[]
}

/** All that the reader takes part in, as an expert and for needs that they posted. */
export const readOwn = async (signal: AbortSignal): Promise<OwnEngagements> =>
  (await send<OwnEngagements>('GET', '/api/engagements/mine', { signal })).data

export interface Invitation {
  readonly demandId: number
  readonly expertId: number
  readonly message: string
  readonly contact: Contact | null
  readonly fullText: boolean
}

export const invitePerson = async (body: Invitation): Promise<Engagement> =>
  (await send<Engagement>('POST', '/api/engagements/invitations', { body })).data

export const offerHelp = async (
  demandId: number,
  message: string,
  contact: Contact | null,
): Promise<Engagement> =>
  (
    await send<Engagement>('POST', '/api/engagements/offers', {
      body: { demandId, message, contact },
    })
  ).data

/** `version` 0 if nobody has said anything yet. */
export const decideTriage = async (
  demand: number,
  version: number,
  verdict: TriageVerdict,
  remarks: string | null,
): Promise<TriageDecision> =>
  (
    await send<TriageDecision>('PUT', `/api/engagements/demands/${demand}/triage`, {
      etag: `"${version}"`,
      body: { verdict, remarks },
    })
  ).data

export function toneOfState(state: EngagementState): 'plain' | 'good' | 'notice' {
  if (state === 'waiting') return 'notice'
  return ['in-contact', 'agreed', 'contract', 'done'].includes(state) ? 'good' : 'plain'
}

/** Whether it is the one that a need and a person have. */
export function stands(state: EngagementState): boolean {
  return ['waiting', 'in-contact', 'agreed', 'contract', 'done'].includes(state)
}

/** A contact as the server takes it; none if nothing was filled in. */
export function contactOf(given: { name: string; email: string; other: string }): Contact | null {
  const name = given.name.trim()
  const email = given.email.trim()
  const other = given.other.trim()
  if (!name && !email && !other) return null
  return { name, email, other: other || null }
}
