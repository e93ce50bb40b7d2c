import { ProblemError, send, type Schema } from '@/shared/api'
import type { Role } from '@/shared/session'

/** What a card has found out. */
export interface Finding {
  /** How many; none where a number says nothing. */
  readonly count?: number
  /** A sentence about it, by its key under `says`. */
  readonly says: string
  readonly values?: Readonly<Record<string, string | number>>
  /** Somebody should do something. */
  readonly waits: boolean
}

/** A thing in somebody's workspace: its words are under `card.<key>`. */
export interface Card {
  readonly key: CardKey
  readonly to: string
  readonly roles: readonly Role[]
  find(signal: AbortSignal): Promise<Finding>
}

export type CardKey =
  | 'profile'
  | 'fitting'
  | 'invitations'
  | 'engagements'
  | 'triage'
  | 'figures'
  | 'interests'
  | 'credit'
  | 'demands'
  | 'reviews'
  | 'verification'
  | 'duplicates'
  | 'articles'
  | 'articleReviews'
  | 'picture'
  | 'cooperation'
  | 'exposure'
  | 'panels'
  | 'organisation'
  | 'joins'
  | 'organisations'
  | 'imports'
  | 'accounts'
  | 'index'
  | 'mail'
  | 'audit'

interface Counted {
  readonly total: number
}

type Waiting = Schema<'WaitingEngagements'>

const read = async <T>(path: string, signal: AbortSignal): Promise<T> =>
  (await send<T>('GET', path, { signal })).data

async function total(path: string, signal: AbortSignal): Promise<number> {
  return (await read<Counted>(path, signal)).total
}

/** A queue: every entry waits for somebody. */
function queue(path: string): Card['find'] {
  return async (signal) => {
    const count = await total(path, signal)
    return { count, says: count > 0 ? 'waiting' : 'nothing', waits: count > 0 }
  }
}

/** One's own profile; none is a finding, not a fault. */
async function ownProfile(signal: AbortSignal): Promise<Schema<'ExpertView'> | null> {
  try {
    return await read<Schema<'ExpertView'>>('/api/experts/mine', signal)
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null
    throw error
  }
}

const POSTING: readonly Role[] = ['FIRM', 'CITY_OFFICER', 'PROVINCIAL_OFFICER']
const REVIEWING: readonly Role[] = ['CITY_OFFICER', 'PROVINCIAL_OFFICER']
const IMPORTING: readonly Role[] = [...REVIEWING, 'INFORMATION_OFFICER', 'ADMINISTRATOR']

export const CARDS: readonly Card[] = [
  {
    key: 'profile',
    to: '/workspace/profile',
    roles: ['EXPERT'],
    async find(signal) {
      const profile = await ownProfile(signal)
      if (!profile) return { says: 'noProfile', waits: true }
      const percent = profile.completeness?.percent
      if (profile.state !== 'published') return { says: 'draftProfile', waits: true }
      return percent === undefined || percent >= 100
        ? { says: 'wholeProfile', waits: false }
        : { says: 'partProfile', values: { percent }, waits: true }
    },
  },
  {
    key: 'fitting',
    to: '/workspace/fitting',
    roles: ['EXPERT'],
    async find(signal) {
      const profile = await ownProfile(signal)
      if (profile?.state !== 'published') return { says: 'afterPublishing', waits: false }
      const path = `/api/experts/${profile.id}/fitting-demands`
      const count = (await read<Schema<'FittingDemands'>>(path, signal)).items.length
      return { count, says: count > 0 ? 'fitting' : 'noneFitting', waits: false }
    },
  },
  {
    key: 'engagements',
    to: '/workspace/engagements',
    roles: ['EXPERT', 'FIRM'],
    async find(signal) {
      const { asPerson, asOwner } = await read<Waiting>('/api/engagements/waiting', signal)
      const count = asPerson + asOwner
      return { count, says: count > 0 ? 'engaged' : 'noEngagements', waits: count > 0 }
    },
  },
  {
    key: 'invitations',
    to: '/workspace/invitations',
    roles: ['EXPERT'],
    async find(signal) {
      const { items } = await read<Schema<'Letters'>>('/api/invitations/mine', signal)
      const count = items.filter(({ mayAccept }) => mayAccept).length
      return { count, says: count > 0 ? 'invited' : 'noInvitations', waits: count > 0 }
    },
  },
  {
    key: 'interests',
    to: '/workspace/interests',
    roles: ['EXPERT'],
    async find(signal) {
      const { items } = await read<Schema<'DeclarationLetters'>>('/api/declarations/mine', signal)
      const count = items.filter(
        ({ open, state }) => open && (state === 'asked' || state === 'outdated'),
      ).length
      return { count, says: count > 0 ? 'askedToDeclare' : 'nothingToDeclare', waits: count > 0 }
    },
  },
  {
    key: 'credit',
    to: '/workspace/credit',
    roles: ['EXPERT'],
    async find(signal) {
      const { services, credit } = await read<Schema<'OwnCredit'>>('/api/credit', signal)
      return services.length > 0
        ? { says: 'credit', values: { credit }, waits: false }
        : { says: 'noCredit', waits: false }
    },
  },
  {
    key: 'reviews',
    to: '/workspace/demand-reviews',
    roles: REVIEWING,
    find: queue('/api/demands/review-queue?size=1'),
  },
  {
    key: 'triage',
    to: '/workspace/triage',
    roles: REVIEWING,
    async find(signal) {
      const { untriaged: count } = await read<Waiting>('/api/engagements/waiting', signal)
      return { count, says: count > 0 ? 'untriaged' : 'allTriaged', waits: count > 0 }
    },
  },
  {
    key: 'figures',
    to: '/workspace/engagement-figures',
    roles: REVIEWING,
    async find(signal) {
      const { sum } = await read<Schema<'CityFiguresPage'>>('/api/engagements/figures', signal)
      const { answered, needs } = sum
      return { says: 'answeredNeeds', values: { answered, needs }, waits: false }
    },
  },
  {
    key: 'verification',
    to: '/workspace/verification',
    roles: REVIEWING,
    find: queue('/api/experts/verification-queue'),
  },
  {
    key: 'duplicates',
    to: '/workspace/duplicates',
    roles: REVIEWING,
    find: queue('/api/experts/duplicates'),
  },
  {
    key: 'articles',
    to: '/workspace/articles',
    roles: ['INFORMATION_OFFICER'],
    async find(signal) {
      const { items, total } = await read<Schema<'ManuscriptPage'>>(
        '/api/articles/mine?size=100',
        signal,
      )
      const count = items.filter(({ state }) => state === 'returned').length
      if (count > 0) return { count, says: 'returnedArticles', waits: true }
      return total > 0
        ? { count: total, says: 'articles', waits: false }
        : { says: 'noArticles', waits: false }
    },
  },
  {
    key: 'articleReviews',
    to: '/workspace/article-reviews',
    roles: ['PROVINCIAL_OFFICER', 'ADMINISTRATOR'],
    find: queue('/api/articles/review-queue?size=1'),
  },
  {
    key: 'picture',
    to: '/workspace/picture',
    roles: [...REVIEWING, 'ADMINISTRATOR'],
    async find(signal) {
      const { cells } = await read<Schema<'GapMatrix'>>('/api/picture/gaps', signal)
      const count = cells.filter(({ gap }) => gap).length
      return { count, says: count > 0 ? 'gaps' : 'noGaps', waits: false }
    },
  },
  {
    key: 'cooperation',
    to: '/workspace/cooperation',
    roles: ['INFORMATION_OFFICER', ...REVIEWING, 'ADMINISTRATOR'],
    async find(signal) {
      const { total } = await read<Counted>('/api/cooperation?size=1', signal)
      return { count: total, says: 'cooperation', waits: false }
    },
  },
  {
    key: 'panels',
    to: '/workspace/panels',
    roles: [...REVIEWING, 'AUDITOR'],
    async find(signal) {
      const count = (await read<Schema<'Panels'>>('/api/panels', signal)).items.length
      return { count, says: count > 0 ? 'panels' : 'noPanels', waits: false }
    },
  },
  {
    key: 'exposure',
    to: '/workspace/exposure',
    roles: [...REVIEWING, 'ADMINISTRATOR'],
    async find(signal) {
      const { shown, topTen } = await read<Schema<'ExposureView'>>('/api/exposure', signal)
      if (!shown || topTen === null || topTen === undefined)
        return { says: 'noExposure', waits: false }
      return { says: 'exposure', values: { percent: Math.round(topTen * 100) }, waits: false }
    },
  },
  {
    key: 'demands',
    to: '/workspace/demands',
    roles: POSTING,
    async find(signal) {
      const { expired } = await read<Waiting>('/api/engagements/waiting', signal)
      if (expired > 0) return { count: expired, says: 'expiredDemands', waits: true }
      const count = await total('/api/demands/mine?size=1', signal)
      return { count, says: count > 0 ? 'demands' : 'noDemands', waits: false }
    },
  },
  {
    key: 'organisation',
    to: '/workspace/organisation',
    roles: ['FIRM'],
    async find(signal) {
      const { organisationId } = await read<{ organisationId?: number | null }>(
        '/api/account',
        signal,
      )
      if (!organisationId) return { says: 'noOrganisation', waits: true }
      const count = await total('/api/join-requests?size=1', signal)
      return count > 0
        ? { count, says: 'joins', waits: true }
        : { says: 'ownOrganisation', waits: false }
    },
  },
  {
    key: 'joins',
    to: '/workspace/join-requests',
    roles: REVIEWING,
    find: queue('/api/join-requests?size=1'),
  },
  {
    key: 'organisations',
    to: '/organisations?confirmed=false',
    roles: IMPORTING,
    find: queue('/api/organisations?confirmed=false&size=1'),
  },
  {
    key: 'imports',
    to: '/imports',
    roles: IMPORTING,
    async find(signal) {
      const { items, total: count } = await read<Schema<'JobPage'>>('/api/imports', signal)
      const halted = items.filter(({ state }) => state === 'paused' || state === 'failed').length
      if (halted > 0) return { count: halted, says: 'haltedImports', waits: true }
      return { count, says: count > 0 ? 'imports' : 'noImports', waits: false }
    },
  },
  {
    key: 'accounts',
    to: '/admin/accounts',
    roles: ['ADMINISTRATOR'],
    async find(signal) {
      return { count: await total('/api/accounts?size=1', signal), says: 'accounts', waits: false }
    },
  },
  {
    key: 'index',
    to: '/admin/index',
    roles: ['ADMINISTRATOR'],
    async find(signal) {
      const index = await read<Schema<'IndexView'>>('/api/index', signal)
      const failed = index.pending.failed.length
      if (!index.answering) return { says: 'silentIndex', waits: true }
      if (failed > 0) return { count: failed, says: 'failedChanges', waits: true }
      return { count: index.pending.count, says: 'pendingChanges', waits: false }
    },
  },
  {
    key: 'mail',
    to: '/admin/mail',
    roles: ['ADMINISTRATOR'],
    async find(signal) {
      const { total: failed, waiting } = await read<Counted & { waiting: number }>(
        '/api/mail?size=1',
        signal,
      )
      return failed > 0
        ? { count: failed, says: 'failedMail', waits: true }
        : { count: waiting, says: 'waitingMail', waits: false }
    },
  },
  {
    key: 'audit',
    to: '/admin/audit',
    roles: ['AUDITOR'],
    async find(signal) {
      const today = new Date()
      today.setHours(0, 0, 0, 0)
      const from = encodeURIComponent(today.toISOString())
      const count = await total(`/api/audit?size=1&from=${from}`, signal)
      return { count, says: 'auditToday', waits: false }
    },
  },
]
