import type { Page } from '@playwright/test'
import type { components } from '../../src/shared/api/schema'

type Overview = components['schemas']['Overview']
type Session = components['schemas']['SessionView']
type Stories = components['schemas']['ArticlePage']

const need = {
  state: 'published',
  disclosure: 'full',
  confidentiality: 'public',
  excerpt: null,
  budget: null,
  deadline: null,
  publishedAt: '2026-11-20T08:00:00Z',
  updatedAt: '2026-11-20T08:00:00Z',
  mine: false,
  expired: false,
  sample: true,
} as const

/** Made-up answers of the server for looking at the pages alone. */
export const overview: Overview = {
  experts: 1286,
  verified: 1102,
  organisations: 214,
  openDemands: 47,
  countries: 38,
  languages: 22,
  recentDemands: [
    {
      ...need,
      id: 1,
      kind: 'technical-problem',
      title: '硫化物固态电解质连续化制备中的湿度控制',
      language: 'zh',
      organisation: {
        id: 1,
        name: { zh: '皖江示例新能源有限公司', en: 'Wanjiang Sample New Energy Co.' },
      },
      city: 'hefei',
      industries: [],
      languages: [],
      domains: [
        {
          code: 'solid-state-battery',
          label: { zh: '固态电池', en: 'solid-state battery' },
          must: true,
          weight: 3,
        },
      ],
      countries: [{ code: 'DE', must: false, weight: 3 }],
      deadline: '2027-03-31',
    },
    {
      ...need,
      id: 2,
      kind: 'advice',
      title: 'Export control and contract law for a joint laboratory in Singapore',
      language: 'en',
      organisation: {
        id: 2,
        name: { zh: '示例硅基材料研究院', en: 'Sample Institute of Silicon Materials' },
      },
      city: 'bengbu',
      industries: [],
      languages: [],
      domains: [],
      countries: [{ code: 'SG', must: true, weight: 3 }],
      deadline: '2027-01-15',
    },
    {
      ...need,
      id: 3,
      kind: 'recruitment',
      title: '智能家电工业软件架构师，能用德语主持评审',
      language: 'zh',
      organisation: { id: 3, name: { zh: '滁州示例电器集团', en: 'Chuzhou Sample Appliances' } },
      city: 'chuzhou',
      industries: [],
      languages: [{ code: 'de', level: 'B2', must: true, weight: 3 }],
      domains: [],
      countries: [],
    },
  ],
}

const stories: Stories = {
  items: [
    {
      id: 1,
      kind: 'case',
      form: 'story',
      title: { zh: '隔海相望的两个实验室', en: 'Two laboratories across a sea' },
      excerpt: {
        zh: '固态电解质膜一直卡在 40 微米。',
        en: 'The film was stuck at 40 micrometres.',
      },
      countries: [],
      industries: [],
      publishedAt: '2026-11-20T08:00:00Z',
      sample: true,
    },
  ],
  total: 1,
  page: 1,
  size: 3,
}

const vocabulary = {
  schemes: {
    demandKinds: [
      { code: 'technical-problem', label: { zh: '技术难题', en: 'Technical problem' } },
      { code: 'advice', label: { zh: '咨询', en: 'Advice' } },
      { code: 'recruitment', label: { zh: '引才', en: 'Recruitment' } },
    ],
    cities: [
      { code: 'hefei', label: { zh: '合肥', en: 'Hefei' } },
      { code: 'bengbu', label: { zh: '蚌埠', en: 'Bengbu' } },
      { code: 'chuzhou', label: { zh: '滁州', en: 'Chuzhou' } },
    ],
    languageLevels: [{ code: 'B2', label: { zh: 'B2', en: 'B2' } }],
  },
}

export const nobody: Session = { account: null, demo: true }

export const officer: Session = {
  account: {
    id: 7,
    displayName: '方示例',
    email: 'officer@example.org',
    roles: ['CITY_OFFICER'],
    city: 'hefei',
    language: 'zh-CN',
  },
  demo: true,
}

export async function answer(page: Page, session: Session = nobody): Promise<void> {
  await page.route('**/api/session', (route) => route.fulfill({ json: session }))
  await page.route('**/api/vocabulary', (route) => route.fulfill({ json: vocabulary }))
  await page.route('**/api/articles?*', (route) => route.fulfill({ json: stories }))
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
