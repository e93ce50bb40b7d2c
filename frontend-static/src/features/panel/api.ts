import { send, type Schema } from '@/shared/api'

export type PanelView = Schema<'PanelView'>
export type PanelCard = Schema<'PanelCard'>
export type PanelForm = Schema<'PanelForm'>
export type Official = Schema<'Official'>
export type RulePack = Schema<'RulePack'>
export type Rule = Schema<'Rule'>
export type SavePanel = Schema<'SavePanel'>
export type PoolView = Schema<'PoolView'>
export type PoolGroup = Schema<'GroupView'>
export type PoolPeople = Schema<'PoolPeople'>
export type PoolPerson = Schema<'PersonView'>
export type DrawView = Schema<'DrawView'>
export type Obstacle = PoolPerson['obstacles'][number]
export type Duty = PanelView['mine']
export type DrawState = DrawView['state']

/** What is read together with the version that a change must name. */
export interface Versioned<T> {
  readonly data: T
  readonly etag: string | null
}

const read = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await send<T>('GET', path, signal ? { signal } : {})).data

const act = async <T>(path: string, body: object): Promise<T> =>
  (await send<T>('POST', path, { body })).data

export const readPanels = async (signal: AbortSignal) =>
  (await read<Schema<'Panels'>>('/api/panels', signal)).items

export const readForm = (signal: AbortSignal) => read<PanelForm>('/api/panels/form', signal)

export async function readPanel(id: number, signal?: AbortSignal): Promise<Versioned<PanelView>> {
  const { data, etag } = await send<PanelView>('GET', `/api/panels/${id}`, signal ? { signal } : {})
  return { data, etag }
}

export async function savePanel(
  id: number | null,
  etag: string | null,
  body: SavePanel,
  signal: AbortSignal,
): Promise<PanelView> {
  const { data } =
    id === null
      ? await send<PanelView>('POST', '/api/panels', { body, signal })
      : await send<PanelView>('PUT', `/api/panels/${id}`, { body, signal, etag: etag ?? '' })
  return data
}

export const deletePanel = async (id: number) => {
  await send('DELETE', `/api/panels/${id}`)
}

export const previewPool = async (body: SavePanel, signal: AbortSignal): Promise<PoolView> =>
  (await send<PoolView>('POST', '/api/panels/pool', { body, signal })).data

export const readPool = (id: number, signal: AbortSignal) =>
  read<PoolView>(`/api/panels/${id}/pool`, signal)

export async function readPoolPeople(
  id: number,
  query: { group?: number; obstacle?: string; page: number; size: number },
  signal: AbortSignal,
): Promise<PoolPeople> {
  return (await send<PoolPeople>('GET', `/api/panels/${id}/pool/people`, { query, signal })).data
}

export const readDraws = (id: number, signal: AbortSignal) =>
  read<readonly DrawView[]>(`/api/panels/${id}/draws`, signal)

export const readDraw = (id: number, number: number, signal: AbortSignal) =>
  read<DrawView>(`/api/panels/${id}/draws/${number}`, signal)

export const openDraw = (id: number) => act<DrawView>(`/api/panels/${id}/draws`, {})

/** A draw or a direct choice: both are numbered together, and made void in the same way. */
type Numbered = Pick<DrawView, 'panel' | 'number'>

const drawPath = (draw: Numbered, step: string) =>
  `/api/panels/${draw.panel}/draws/${draw.number}/${step}`

export const commit = (draw: DrawView, commitment: string) =>
  act<DrawView>(drawPath(draw, 'commitment'), { commitment })
export const freeze = (draw: DrawView) => act<DrawView>(drawPath(draw, 'freeze'), {})
export const reveal = (draw: DrawView, secret: string) =>
  act<DrawView>(drawPath(draw, 'secret'), { secret })
export const askVoid = (draw: Numbered, reason: string) =>
  act<DrawView>(drawPath(draw, 'void'), { reason })
export const decideVoid = (draw: Numbered, approved: boolean) =>
  act<DrawView>(drawPath(draw, 'void-decision'), { approved })
export const withdrawVoid = (draw: Numbered) => act<DrawView>(drawPath(draw, 'void-withdrawal'), {})
export const transcriptPath = (draw: DrawView) => drawPath(draw, 'transcript')
export const VERIFIER = '/api/panels/verifier'

export type Finding = Schema<'FindingView'>

export type PanelNews = Schema<'PanelNews'>

export const readNews = (id: number, signal: AbortSignal) =>
  read<PanelNews>(`/api/panels/${id}/news`, signal)

/** Marks as seen what was found until a moment. */
export const newsSeen = async (id: number, until: string) => {
  await send('POST', `/api/panels/${id}/news/seen`, { body: { until } })
}

/** The organiser's decision on a tie that the rules leave to them. */
export async function rule(id: number, body: Schema<'RuleOnFinding'>): Promise<void> {
  await send('POST', `/api/panels/${id}/rulings`, { body })
}

export type DutiesView = Schema<'DutiesView'>

export const readDuties = (id: number, signal: AbortSignal) =>
  read<DutiesView>(`/api/panels/${id}/duties`, signal)
/** Gives a duty for a panel to somebody else. */
export const handOn = (id: number, body: Schema<'HandOnDuty'>) =>
  act<DutiesView>(`/api/panels/${id}/duties/hand-on`, body)

export type BestPanel = Schema<'BestPanelView'>
/** Of the best panel. */
export type BestMember = BestPanel['members'][number]

export async function findBest(
  id: number,
  keep: readonly number[],
  without: readonly number[],
): Promise<BestPanel> {
  return (await send<BestPanel>('POST', `/api/panels/${id}/best`, { body: { keep, without } })).data
}

export type Assignment = Schema<'AssignmentView'>

export const readAssignment = (id: number, signal: AbortSignal) =>
  read<Assignment>(`/api/panels/${id}/assignment`, signal)
export const startAssignment = (id: number, reviewers: number, most: number) =>
  act<Assignment>(`/api/panels/${id}/assignment`, { reviewers, most })
export const stopAssignment = async (id: number): Promise<Assignment> =>
  (await send<Assignment>('DELETE', `/api/panels/${id}/assignment`)).data
