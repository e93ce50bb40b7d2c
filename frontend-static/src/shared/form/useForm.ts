import {
  computed,
  nextTick,
  onScopeDispose,
  reactive,
  ref,
  shallowReactive,
  shallowRef,
  watch,
  type InjectionKey,
} from 'vue'
import { announce } from '@/shared/announce'
import { asProblem, isAbort, type FieldError, type ProblemError } from '@/shared/api'
import { useTexts } from '@/shared/i18n'
import sharedTexts from '@/shared/texts'

/** A field on the page that can show what is wrong with it. */
export interface FieldHandle {
  readonly pointer: string
  readonly label: () => string
  readonly element: () => HTMLElement | null
  focus(): void
}

export interface FormOptions<V extends object, R> {
  /** The values of an untouched form; plain JSON, so that a draft can be kept. */
  initial: () => V
  /** Sends the values. A ProblemError's pointers find their fields; anything else is shown above. */
  submit: (values: V, signal: AbortSignal) => Promise<R>
  /** After success, with the draft already gone: the place to navigate from. */
  done?: (result: R, values: V) => unknown
  /** What can be told without asking the server. */
  validate?: (values: V) => readonly FieldError[]
  /** Name under which unsent values outlive a reload, in this tab only. */
  draft?: string
  /** Values that never go into a draft: passwords, tokens, files. */
  secret?: readonly (keyof V & string)[]
}

export interface Form<V extends object = object> {
  readonly values: V
  readonly problem: ProblemError | null
  readonly errors: readonly FieldError[]
  readonly submitting: boolean
  readonly dirty: boolean
  /** The values were found in a draft. */
  readonly restored: boolean
  /** What is typed outlives a reload and a sign-in, in this tab. */
  readonly drafted: boolean
  submit(): Promise<void>
  /** Back to the given or the initial values, with the draft gone. */
  reset(values?: V): void
  /** The problem is told by something else on the page. */
  forget(): void
  errorOf(pointer: string): string | undefined
  /** Errors that no field on the page shows. */
  readonly homeless: readonly FieldError[]
  /** Errors with the field that shows each, in the order of the page. */
  readonly located: readonly { field: FieldHandle; detail: string }[]
  register(field: FieldHandle): () => void
}

export const FORM: InjectionKey<Form> = Symbol('form')

/** `languages.0.level`, `languages/0/level` and `/languages/0/level` name the same place. */
export function toPointer(name: string): string {
  return name.startsWith('/') ? name : `/${name.replaceAll('.', '/')}`
}

export function useForm<V extends object, R = unknown>(options: FormOptions<V, R>): Form<V> {
  const t = useTexts(sharedTexts)
  const draftKey = options.draft ? `zhiqiao.draft.${options.draft}` : undefined
  const kept = draftKey ? readDraft<V>(draftKey) : undefined
  const values = reactive({ ...options.initial(), ...kept }) as V
  // What is clean may change while the values stay, as when they are saved.
  const untouched = ref(JSON.stringify(options.initial()))

  const problem = shallowRef<ProblemError | null>(null)
  const errors = shallowRef<readonly FieldError[]>([])
  const submitting = ref(false)
  const restored = ref(kept !== undefined)
  const fields = shallowReactive(new Set<FieldHandle>())
  const running = new AbortController()

  const stop = watch(
    values,
    () => {
      if (draftKey) writeDraft(draftKey, values, options.secret ?? [])
    },
    { deep: true },
  )
  onScopeDispose(() => running.abort())

  /** The registered field that shows an error: the one it points at or the nearest around it. */
  function homeOf(pointer: string): FieldHandle | undefined {
    let best: FieldHandle | undefined
    for (const field of fields) {
      const inside = pointer === field.pointer || pointer.startsWith(`${field.pointer}/`)
      if (inside && field.pointer.length > (best?.pointer.length ?? -1)) best = field
    }
    return best
  }

  const located = computed(() =>
    errors.value
      .flatMap(({ pointer, detail }) => {
        const field = homeOf(pointer)
        return field ? [{ field, detail }] : []
      })
      .sort((a, b) => inPageOrder(a.field.element(), b.field.element())),
  )
  const homeless = computed(() => errors.value.filter(({ pointer }) => !homeOf(pointer)))

  async function showErrors(found: readonly FieldError[]): Promise<void> {
    errors.value = found
    await nextTick()
    if (found.length > 0) announce(t('form.check', { count: found.length }))
    located.value[0]?.field.focus()
  }

  async function submit(): Promise<void> {
    if (submitting.value) return
    problem.value = null
    const found = options.validate?.(values) ?? []
    if (found.length > 0) {
      await showErrors(found)
      return
    }
    errors.value = []
    submitting.value = true
    try {
      const result = await options.submit(values, running.signal)
      if (draftKey) sessionStorage.removeItem(draftKey)
      untouched.value = JSON.stringify(values)
      restored.value = false
      await options.done?.(result, values)
    } catch (error) {
      if (isAbort(error)) return
      const told = asProblem(error)
      problem.value = told
      if (told.errors.length > 0) await showErrors(told.errors)
      else announce(told.problem.title)
    } finally {
      submitting.value = false
    }
  }

  function reset(next: V = options.initial()): void {
    for (const key of Object.keys(values)) {
      if (!(key in next)) Reflect.deleteProperty(values, key)
    }
    Object.assign(values, next)
    untouched.value = JSON.stringify(next)
    problem.value = null
    errors.value = []
    restored.value = false
    // The watcher has yet to see the change; the draft goes after it has.
    void nextTick(() => draftKey && sessionStorage.removeItem(draftKey))
  }

  onScopeDispose(stop)

  return reactive({
    values,
    problem,
    errors,
    submitting,
    restored,
    drafted: draftKey !== undefined,
    located,
    homeless,
    dirty: computed(() => JSON.stringify(values) !== untouched.value),
    submit,
    reset,
    forget() {
      problem.value = null
    },
    errorOf(pointer: string): string | undefined {
      const own = located.value.filter(({ field }) => field.pointer === pointer)
      return own.length > 0 ? own.map(({ detail }) => detail).join(' ') : undefined
    },
    register(field: FieldHandle) {
      fields.add(field)
      return () => fields.delete(field)
    },
  }) as unknown as Form<V>
}

function inPageOrder(a: HTMLElement | null, b: HTMLElement | null): number {
  if (!a || !b || a === b) return 0
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

function readDraft<V extends object>(key: string): Partial<V> | undefined {
  const text = sessionStorage.getItem(key)
  if (text === null) return undefined
  try {
    return JSON.parse(text) as Partial<V>
  } catch {
    sessionStorage.removeItem(key) // written by an older version of the page
    return undefined
  }
}

function writeDraft<V extends object>(key: string, values: V, secret: readonly string[]): void {
  const open = Object.fromEntries(Object.entries(values).filter(([name]) => !secret.includes(name)))
  sessionStorage.setItem(key, JSON.stringify(open))
}
