import type { FieldError, ProblemError } from '@/shared/api'

/** Where a query went wrong, in UTF-16 units. */
export interface QueryFault {
  readonly detail: string
  readonly position: number
  readonly length: number
}

/** The place that the server points at; none when it refuses something other than the query. */
export function faultOf(problem: ProblemError | null): QueryFault | null {
  if (problem?.slug !== 'query-syntax') return null
  const error = problem.errors[0] as
    (FieldError & { position?: number; length?: number }) | undefined
  return {
    detail: error?.detail ?? problem.problem.detail ?? '',
    position: error?.position ?? 0,
    length: error?.length ?? 0,
  }
}
