import { computed, readonly, ref, shallowRef } from 'vue'
import { api, onProblem, type Schema } from '@/shared/api'

export { ROLES, useRoleNames } from './roles'

export type Account = Schema<'AccountView'>
export type Role = Account['roles'][number]

/** Who may open a page: the server decides again on every call; this only spares a dead end. */
export type Access = 'anyone' | 'signed-in' | readonly Role[]

const account = shallowRef<Account | null>(null)
const demo = ref(false)
let loaded: Promise<void> | undefined

const DRAFTS = 'zhiqiao.draft.'

/** A session that ended on the server ends here too, at the first call that is told so. */
onProblem((problem) => {
  if (problem.status === 401) account.value = null
})

async function load(): Promise<void> {
  const { data } = await api.get('/api/session')
  account.value = data.account ?? null
  demo.value = data.demo
}

/** Asks the server who is signed in, once; `refresh` asks again, as after signing in. */
function ready(): Promise<void> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined // the next page asks again
    throw error
  })
  return loaded
}

function refresh(): Promise<void> {
  loaded = undefined
  return ready()
}

async function signOut(): Promise<void> {
  await api.delete('/api/session')
  account.value = null
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(DRAFTS)) sessionStorage.removeItem(key)
  }
  await refresh()
}

function can(...roles: Role[]): boolean {
  return account.value?.roles.some((role) => roles.includes(role)) ?? false
}

function allowed(access: Access | undefined): boolean {
  if (access === undefined || access === 'anyone') return true
  if (access === 'signed-in') return account.value !== null
  return can(...access)
}

export function useSession() {
  return {
    account: readonly(account),
    signedIn: computed(() => account.value !== null),
    demo: readonly(demo),
    can,
    allowed,
    ready,
    refresh,
    signOut,
  }
}
