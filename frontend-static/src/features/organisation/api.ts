import { ProblemError, send, type Schema } from '@/shared/api'
import type { Version } from '@/shared/form'
import type { Bilingual } from '@/shared/i18n'

export type Organisation = Schema<'OrganisationView'>
export type OrganisationPage = Schema<'OrganisationPage'>

/** What the form holds: texts are never null, so that boxes can hold them. */
export interface OrganisationValues {
  name: { zh: string; en: string }
  aliases: string[]
  country: string
  city: string
  hostKind: string
  uscc: string
  parentId: number | null
  /** Only for showing who is chosen. */
  parentName: Bilingual | null
}

export const HOME = 'CN'

export function emptyOrganisation(name = ''): OrganisationValues {
  const chinese = /\p{Script=Han}/u.test(name)
  return {
    name: { zh: chinese ? name : '', en: chinese ? '' : name },
    aliases: [],
    country: HOME,
    city: '',
    hostKind: '',
    uscc: '',
    parentId: null,
    parentName: null,
  }
}

export function valuesOf(known: Organisation): OrganisationValues {
  return {
    name: { zh: known.name.zh ?? '', en: known.name.en ?? '' },
    aliases: [...known.aliases],
    country: known.country ?? '',
    city: known.city ?? '',
    hostKind: known.hostKind ?? '',
    uscc: known.uscc ?? '',
    parentId: known.parentId ?? null,
    parentName: known.parentName ?? null,
  }
}

/** What is sent: a city and a code only stand with an organisation in China. */
export function requestOf(values: OrganisationValues): Schema<'SaveOrganisation'> {
  const home = values.country === HOME
  return {
    name: { zh: values.name.zh.trim() || null, en: values.name.en.trim() || null },
    aliases: values.aliases.map((alias) => alias.trim()).filter(Boolean),
    country: values.country || null,
    city: (home && values.city) || null,
    hostKind: values.hostKind || null,
    uscc: (home && values.uscc.trim()) || null,
    parentId: values.parentId,
  }
}

export async function organisations(
  query: { q: string; city?: string; confirmed?: string; page?: number; size?: number },
  signal?: AbortSignal,
): Promise<OrganisationPage> {
  return (
    await send<OrganisationPage>('GET', '/api/organisations', {
      query,
      ...(signal ? { signal } : {}),
    })
  ).data
}

export async function organisation(
  id: string,
  signal?: AbortSignal,
): Promise<Version<Organisation>> {
  const { data, etag } = await send<Organisation>('GET', `/api/organisations/${id}`, {
    ...(signal ? { signal } : {}),
  })
  return { data, etag }
}

export async function duplicates(
  id: string,
  signal: AbortSignal,
): Promise<readonly Organisation[]> {
  return (
    await send<readonly Organisation[]>('GET', `/api/organisations/${id}/duplicates`, { signal })
  ).data
}

export async function create(
  values: OrganisationValues,
  anyway: boolean,
  signal: AbortSignal,
): Promise<Organisation> {
  return (
    await send<Organisation>('POST', '/api/organisations', {
      body: requestOf(values),
      query: { anyway },
      signal,
    })
  ).data
}

export async function change(
  id: string,
  values: OrganisationValues,
  etag: string | null,
  signal: AbortSignal,
): Promise<Organisation> {
  return (
    await send<Organisation>('PUT', `/api/organisations/${id}`, {
      body: requestOf(values),
      etag,
      signal,
    })
  ).data
}

/** Those that the server takes for the same, told with its refusal. */
export function candidatesOf(problem: ProblemError | null): readonly Organisation[] {
  if (problem?.slug !== 'likely-duplicate') return []
  return (problem.problem as { candidates?: readonly Organisation[] }).candidates ?? []
}
