import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent } from 'vue'
import { expect, it, vi } from 'vitest'
import { ProblemError } from '@/shared/api'
import { useForm, useStale, versionOf } from '.'

const stale = () => new ProblemError({ type: '/problems/stale-version', title: '', status: 412 })

function mountForm(submit: (values: { name: string }) => Promise<unknown>) {
  const based = vi.fn()
  const made = { based } as { based: typeof based } & ReturnType<typeof setup>
  function setup() {
    const form = useForm({ initial: () => ({ name: 'old' }), submit })
    const meanwhile = useStale({
      form,
      load: () => Promise.resolve({ data: { title: 'theirs' }, etag: '"7"' }),
      valuesOf: (data) => ({ name: data.title }),
      places: () => [{ label: 'Name', shown: ({ name }) => name }],
      based,
    })
    return { form, meanwhile }
  }
  mount(
    defineComponent(() => {
      Object.assign(made, setup())
      return () => null
    }),
  )
  return made
}

it('keeps what was typed, shows the new version beside it, and saves over it when asked', async () => {
  const submit = vi.fn().mockRejectedValueOnce(stale()).mockResolvedValueOnce(undefined)
  const { form, meanwhile, based } = mountForm(submit)
  form.values.name = 'mine'
  await form.submit()
  await flushPromises()
  expect(form.values.name).toBe('mine')
  expect(form.problem).toBeNull() // told by the notice
  expect(meanwhile.differences.value).toEqual([{ label: 'Name', mine: 'mine', theirs: 'theirs' }])

  await meanwhile.keep()
  expect(based).toHaveBeenCalledWith('"7"')
  expect(submit).toHaveBeenCalledTimes(2)
  expect(meanwhile.current.value).toBeNull()
})

it('takes on the new version when asked', async () => {
  const { form, meanwhile, based } = mountForm(() => Promise.reject(stale()))
  form.values.name = 'mine'
  await form.submit()
  await flushPromises()
  meanwhile.take()
  expect(form.values.name).toBe('theirs')
  expect(form.problem).toBeNull()
  expect(based).toHaveBeenCalledWith('"7"')
})

it('reads the version out of a tag', () => {
  expect(versionOf('"7"')).toBe(7)
  expect(versionOf(null)).toBeNull()
  expect(versionOf('"x"')).toBeNull()
})
