import { useTexts } from '@/shared/i18n'
import sharedTexts from '@/shared/texts'

export interface FieldError {
  /** RFC 6901 pointer into the request body, such as `/languages/0/level`. */
  readonly pointer: string
  readonly detail: string
}

/** RFC 9457 problem details, as every refusal of the server comes. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly errors?: readonly FieldError[]
}

/** Whatever kept a call from succeeding, the network included. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'

  constructor(
    readonly problem: Problem,
    options?: ErrorOptions,
  ) {
    super(problem.detail ?? problem.title, options)
  }

  /** The last part of the type, such as `stale-version`: what code may decide upon. */
  get slug(): string {
    return this.problem.type.split(/[/:#]/).at(-1) ?? ''
  }

  get status(): number {
    return this.problem.status
  }

  get errors(): readonly FieldError[] {
    return this.problem.errors ?? []
  }
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/** Anything thrown, as a problem that can be shown. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  const t = useTexts(sharedTexts)
  return new ProblemError(
    {
      type: 'urn:zhiqiao:problem:unexpected',
      title: t('problem.unexpected'),
      detail: t('problem.unexpectedDetail'),
      status: 0,
    },
    { cause: error },
  )
}

export function networkProblem(cause: unknown): ProblemError {
  const t = useTexts(sharedTexts)
  return new ProblemError(
    {
      type: 'urn:zhiqiao:problem:network',
      title: t('problem.network'),
      detail: t('problem.networkDetail'),
      status: 0,
    },
    { cause },
  )
}

export async function problemOf(response: Response): Promise<ProblemError> {
  const t = useTexts(sharedTexts)
  let body: Partial<Problem> = {}
  if (/json/.test(response.headers.get('Content-Type') ?? '')) {
    try {
      body = (await response.json()) as Partial<Problem>
    } catch {
      // Half an answer (the connection broke) is told as an unreadable one below.
    }
  }
  return new ProblemError({
    ...body,
    type: body.type ?? 'urn:zhiqiao:problem:unreadable',
    title: body.title ?? t('problem.unreadable'),
    detail: body.detail ?? (body.title ? undefined : t('problem.unreadableDetail')),
    status: body.status ?? response.status,
  } as Problem)
}
