export { default as FormField } from './FormField.vue'
export { default as FormShell } from './FormShell.vue'
export { toPointer, useForm, type Form, type FormOptions } from './useForm'
