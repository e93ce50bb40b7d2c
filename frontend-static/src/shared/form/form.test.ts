import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { expect, it, vi } from 'vitest'
import { ProblemError } from '@/shared/api'
import { FormField, FormShell, useForm, type Form } from '.'

interface Values {
  title: string
  languages: { code: string; level: string }[]
  password: string
}

const initial = (): Values => ({ title: '', languages: [{ code: 'de', level: '' }], password: '' })

function mountForm(submit: (values: Values) => Promise<unknown>, done = vi.fn()) {
  let form: Form<Values> | undefined
  const wrapper = mount(
    defineComponent({
      setup() {
        const own = useForm<Values>({ initial, submit, done, draft: 'test', secret: ['password'] })
        form = own
        const field = (name: string, label: string) =>
          h(
            FormField,
            { name, label, required: true },
            { default: (slot: { id: string }) => h('input', { id: slot.id }) },
          )
        return () =>
          h(FormShell, { form: own as unknown as Form }, () => [
            field('title', 'Title'),
            field('languages.0.level', 'Level'),
          ])
      },
    }),
    { attachTo: document.body },
  )
  if (!form) throw new Error('The form was not set up')
  return { wrapper, form, done }
}

const refusal = (errors: { pointer: string; detail: string }[]) =>
  new ProblemError({ type: 'urn:x:invalid', title: '内容有误', status: 400, errors })

it('shows errors at their fields and focuses the first in page order', async () => {
  const { wrapper, form } = mountForm(() =>
    Promise.reject(
      refusal([
        { pointer: '/languages/0/level', detail: '请选择水平' },
        { pointer: '/title', detail: '不能为空' },
        { pointer: '/budget', detail: '预算有误' },
      ]),
    ),
  )
  await wrapper.find('form').trigger('submit')
  await flushPromises()
  expect(form.errorOf('/title')).toBe('不能为空')
  expect(form.homeless.map(({ pointer }) => pointer)).toEqual(['/budget'])
  const inputs = wrapper.findAll('input')
  expect(document.activeElement).toBe(inputs[0]?.element)
  expect(inputs[0]?.attributes('aria-invalid')).toBe('true')
  const description = inputs[1]?.attributes('aria-describedby') ?? ''
  expect(document.getElementById(description)?.textContent).toBe('请选择水平')
})

it('keeps unsent values in a draft without secrets, and forgets it on success', async () => {
  const first = mountForm(() => Promise.resolve('id'))
  first.form.values.title = '固态电池'
  first.form.values.password = 'hidden'
  await flushPromises()
  expect(sessionStorage.getItem('zhiqiao.draft.test')).not.toContain('hidden')
  first.wrapper.unmount()

  const second = mountForm(() => Promise.resolve('id'))
  expect(second.form.restored).toBe(true)
  expect(second.form.values.title).toBe('固态电池')
  await second.form.submit()
  expect(second.done).toHaveBeenCalledWith('id', expect.objectContaining({ title: '固态电池' }))
  expect(sessionStorage.getItem('zhiqiao.draft.test')).toBeNull()
})

it('keeps what was typed when the server refuses', async () => {
  const { form } = mountForm(() => Promise.reject(refusal([])))
  form.values.title = '保留'
  await form.submit()
  expect(form.values.title).toBe('保留')
  expect(form.problem?.problem.title).toBe('内容有误')
  expect(form.submitting).toBe(false)
})

it('goes back to the initial values and drops the draft', async () => {
  const { form } = mountForm(() => Promise.resolve())
  form.values.title = 'x'
  await flushPromises()
  expect(form.dirty).toBe(true)
  form.reset()
  await flushPromises()
  expect(form.dirty).toBe(false)
  expect(sessionStorage.getItem('zhiqiao.draft.test')).toBeNull()
})

it('is clean again once the values are saved as they stand', async () => {
  const { form } = mountForm(() => Promise.resolve())
  form.values.title = 'x'
  await flushPromises()
  expect(form.dirty).toBe(true)
  await form.submit()
  expect(form.values.title).toBe('x')
  expect(form.dirty).toBe(false)
})
