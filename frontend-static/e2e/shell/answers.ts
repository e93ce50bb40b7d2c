import type { Page } from '@playwright/test'
import type { components } from '../../src/shared/api/schema'

type Overview = components['schemas']['OverviewView']
type Session = components['schemas']['SessionView']

/** Made-up answers of the server for looking at the pages alone. */
export const overview: Overview = {
  experts: 1286,
  organisations: 214,
  demands: 47,
  countries: 38,
  languages: 22,
  recentDemands: [
    {
      id: '1',
      kind: { code: 'technical-problem', zh: '技术难题', en: 'Technical problem' },
      title: '硫化物固态电解质连续化制备中的湿度控制',
      language: 'zh-CN',
      organisation: { zh: '皖江示例新能源有限公司', en: 'Wanjiang Sample New Energy Co.' },
      city: { code: 'hefei', zh: '合肥', en: 'Hefei' },
      domains: [{ code: 'solid-state-battery', zh: '固态电池', en: 'Solid-state batteries' }],
      countries: ['DE', 'JP'],
      deadline: '2027-03-31',
    },
    {
      id: '2',
      kind: { code: 'advice', zh: '咨询', en: 'Advice' },
      title: 'Export control and contract law for a joint laboratory in Singapore',
      language: 'en',
      organisation: { zh: '示例硅基材料研究院', en: 'Sample Institute of Silicon Materials' },
      city: { code: 'bengbu', zh: '蚌埠', en: 'Bengbu' },
      domains: [{ code: 'commercial-law', zh: '涉外商事法律', en: 'International commercial law' }],
      countries: ['SG'],
      deadline: '2027-01-15',
    },
    {
      id: '3',
      kind: { code: 'recruitment', zh: '引才', en: 'Recruitment' },
      title: '智能家电工业软件架构师，能用德语主持评审',
      language: 'zh-CN',
      organisation: { zh: '滁州示例电器集团', en: 'Chuzhou Sample Appliances' },
      city: { code: 'chuzhou', zh: '滁州', en: 'Chuzhou' },
      domains: [{ code: 'industrial-software', zh: '工业软件', en: 'Industrial software' }],
      countries: ['DE'],
      deadline: null,
    },
  ],
}

export const nobody: Session = { account: null, demo: true }

export const officer: Session = {
  account: {
    id: '7',
    displayName: '方示例',
    email: 'officer@example.org',
    roles: ['CITY_OFFICER'],
    city: 'hefei',
  },
  demo: true,
}

export async function answer(page: Page, session: Session = nobody): Promise<void> {
  await page.route('**/api/session', (route) => route.fulfill({ json: session }))
  await page.route('**/api/overview', (route) => route.fulfill({ json: overview }))
}

/** What the page complained about: errors, and violations of the content-security policy. */
export function complaints(page: Page): string[] {
  const found: string[] = []
  page.on('pageerror', (error) => found.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(message.text())
  })
  return found
}
