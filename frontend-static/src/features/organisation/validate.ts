import type { FieldError } from '@/shared/api'
import type { Values } from '@/shared/i18n'
import { HOME, type OrganisationValues } from './api'
import { codeFault } from './uscc'

type Say = (key: 'code.length' | 'code.character' | 'code.check', values?: Values) => string

/** What the page itself can tell about the credit code before the server is asked. */
export function usccFault({ country, uscc }: OrganisationValues, say: Say): FieldError[] {
  const fault = country === HOME && uscc.trim() !== '' ? codeFault(uscc) : null
  if (!fault) return []
  const { kind, ...values } = fault
  return [{ pointer: '/uscc', detail: say(`code.${kind}`, values as Values) }]
}
