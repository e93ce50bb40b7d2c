import { expect, test, type Page } from '@playwright/test'
import { forget, signInAs } from '../people'

const RECORD = '../backend/src/test/resources/importing/orcid.json'
const EMAIL = `erika.${String(Date.now())}@story.example`
const PASSWORD = 'eine-lange-bruecke-7'

test('an expert registers, imports an ORCID record and is verified', async ({ page }) => {
  await page.goto('/register')
  await page.getByRole('radio', { name: /专家/ }).check()
  await page.getByLabel('姓名').fill('Erika Musterfrau')
  await page.getByLabel('电子邮箱').fill(EMAIL)
  await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
  await page.getByRole('button', { name: '注册', exact: true }).click()
  await expect(page.getByRole('status')).toContainText(EMAIL)

  await page.getByRole('link', { name: '打开演示发件箱' }).click()
  const mail = page.getByRole('article').filter({ hasText: EMAIL }).first()
  await mail.getByRole('link', { name: '打开邮件中的链接' }).click()
  await page.getByRole('button', { name: '确认注册' }).click()
  await page.getByRole('main').getByRole('link', { name: '登录' }).click()
  await page.getByLabel('电子邮箱').fill(EMAIL)
  await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')

  await page.goto('/workspace/profile')
  await page.getByLabel('拉丁字母姓名').fill('Erika Musterfrau')
  await page.getByRole('button', { name: '建立档案' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '我的专家档案' })).toBeVisible()

  await page.locator('.orcid input[type=file]').setInputFiles(RECORD)
  await expect(page.locator('.orcid .result')).toContainText('导入')
  await page.getByRole('button', { name: '添加语言' }).click()
  await choose(page, /^语言/, '德语')
  await choose(page, /^水平/, 'C2')
  await page.getByRole('button', { name: '公开档案' }).click()
  await expect(page.getByRole('button', { name: '撤下档案' })).toBeVisible()
  await page.getByRole('button', { name: '申请核验' }).click()
  await expect(page.locator('.verification')).toContainText('等待管理部门处理')

  await forget(page)
  await signInAs(page, 'province')
  await page.goto('/workspace/verification')
  const waiting = page.getByRole('listitem').filter({ hasText: 'Erika Musterfrau' })
  await waiting.getByRole('link', { name: '打开核对' }).click()
  const office = page.getByRole('region', { name: '管理' })
  await office.getByRole('button', { name: '核验通过' }).click()
  await office.getByRole('button', { name: '核验通过' }).click()
  await expect(office).toContainText('核验通过。')

  // the index follows the database within moments
  await expect(async () => {
    await page.goto('/experts?q=musterfrau')
    await expect(page.locator('.results').getByText('Erika Musterfrau').first()).toBeVisible({
      timeout: 2_000,
    })
    await expect(page.locator('.results').getByText('已核验').first()).toBeVisible({
      timeout: 2_000,
    })
  }).toPass({ timeout: 20_000 })
})

async function choose(page: Page, box: RegExp, option: string): Promise<void> {
  const combobox = page.locator('#group-languages').getByRole('combobox', { name: box })
  await combobox.click()
  if (await combobox.isEditable()) await combobox.fill(option)
  await page.getByRole('option', { name: option }).first().click()
}
