import { onScopeDispose, shallowRef, toValue, watchEffect, type MaybeRefOrGetter } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Bilingual } from '@/shared/i18n'
import type { Access } from '@/shared/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Shown in the browser's tab; a page about one thing refines it by `usePageTitle`. */
    title: Bilingual
    access?: Access
    /** The page brings its own full-width sections instead of standing in the shell's column. */
    wide?: boolean
  }
}

export interface NavigationEntry {
  readonly to: string
  readonly label: Bilingual
  /** `main`: the header; `workspace`: a signed-in person's places; `footer`: the rest. */
  readonly place: 'main' | 'workspace' | 'footer'
  /** Smaller stands first. */
  readonly order: number
  readonly access?: Access
}

/** What a feature brings into the application: its pages and the ways to them. */
export interface Feature {
  readonly routes: readonly RouteRecordRaw[]
  readonly navigation?: readonly NavigationEntry[]
}

export function defineFeature(feature: Feature): Feature {
  return feature
}

/** The title that the present page has given itself, if any. */
export const pageTitle = shallowRef<string | null>(null)

export function usePageTitle(title: MaybeRefOrGetter<string | null | undefined>): void {
  watchEffect(() => {
    pageTitle.value = toValue(title) || null
  })
  onScopeDispose(() => {
    pageTitle.value = null
  })
}
