import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectAccessible } from '../accessible'
import { signInAs, type Who } from '../people'
import { unzipped } from './zip'

/** Each officer has a browser of their own: a secret never leaves the one it was made in. */
async function officer(browser: Browser, who: Who): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await signInAs(page, who)
  return page
}

test('officers set up a panel and draw it so that the supervisor can check it', async ({
  browser,
}, info) => {
  test.setTimeout(120_000)
  const title = `固态电池专项立项评审 ${Date.now()}`
  const organiser = await officer(browser, 'hefei')
  await organiser.goto('/workspace/panels')
  await organiser.getByRole('link', { name: '组建评审组' }).click()
  await organiser.getByRole('textbox', { name: '名称', exact: true }).fill(title)
  await choose(organiser, '用途', '项目评估')
  await organiser.getByRole('button', { name: '添加项目' }).click()
  await organiser.getByRole('button', { name: '添加项目' }).click()
  for (const [i, name] of ['硫化物电解质', '锂金属负极', '电池回收'].entries()) {
    const item = organiser.getByRole('group', { name: `项目 ${i + 1}` })
    await item.getByRole('textbox', { name: '项目名称' }).fill(name)
    // The first is applied for by an organisation that is registered, under a name in English.
    if (i > 0) await item.getByPlaceholder('未登记单位名称').fill('某新能源公司')
  }
  const applicant = organiser.getByRole('group', { name: '项目 1' }).locator('.party')
  await applicant.getByRole('combobox', { name: '当事单位' }).fill('Jianghuai Example University')
  await organiser.getByRole('option', { name: '江淮示例大学' }).click()
  const pool = organiser.getByRole('complementary', { name: '候选情况' })
  await expect(pool).toContainText('可以组成')

  // Far too narrow: the page says so, and what would help.
  await choose(organiser, '语言（任一） 选填', '斯瓦希里语')
  await expect(pool).toContainText('无法组成')
  await expect(pool).toContainText('放宽语言不符')
  await organiser.getByRole('group', { name: '席位类别 1' }).locator('.el-tag__close').click()
  await expect(pool).toContainText('可以组成')

  await pick(organiser, '第一抽取人', '程皖生')
  await pick(organiser, '第二抽取人', '吴越')
  await pick(organiser, '监督人', '沈鉴')
  await organiser.getByRole('button', { name: '保存评审组' }).click()
  await expect(organiser.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expectAccessible(organiser)

  // Who works there must step aside, and the page says how that is known.
  await organiser.getByRole('link', { name: '须回避' }).first().click()
  const conflict = organiser.locator('.people > li').first()
  await expect(conflict.getByRole('list', { name: '关系路径' }).first()).toContainText(
    /任职于.*江淮示例大学.*申报.*硫化物电解质/,
  )
  await expectAccessible(organiser)
  await organiser.goBack()

  await organiser.getByRole('button', { name: '求最优组合' }).click()
  await expect(organiser.getByText('已证明最优').first()).toBeVisible()
  await expect(organiser.locator('.members > li')).toHaveCount(5)
  await organiser.getByRole('button', { name: '开始分配' }).click()
  await expect(organiser.locator('.services > li')).toHaveCount(3)
  await expectAccessible(organiser)

  await organiser.getByRole('button', { name: '开始抽取' }).click()
  await expect(organiser.getByRole('heading', { level: 1 })).toHaveText('第 1 次抽取')
  const address = organiser.url()

  const first = await officer(browser, 'province')
  const second = await officer(browser, 'wuhu')
  for (const page of [first, second]) {
    await page.goto(address)
    await page.getByRole('button', { name: '生成密值并承诺' }).click()
    await expect(page.getByRole('button', { name: '下载密值备份' })).toBeVisible()
  }
  await organiser.getByRole('button', { name: '冻结名单' }).click({ timeout: 20_000 })
  await expect(organiser.getByText('名单指纹')).toBeVisible()
  for (const page of [first, second]) {
    await page.getByRole('button', { name: '公开我的密值' }).click({ timeout: 20_000 })
    await expect(page.getByText('已公开密值').first()).toBeVisible()
  }
  await expect(second.getByRole('heading', { name: '入选人员' })).toBeVisible()

  const supervisor = await officer(browser, 'auditor')
  await supervisor.goto('/workspace/panels')
  await supervisor.getByRole('link', { name: title }).click()
  await supervisor.getByRole('link', { name: '第 1 次抽取' }).click()
  await supervisor.getByRole('button', { name: '在浏览器中验证' }).click()
  await expect(supervisor.getByRole('status')).toContainText('验证通过')
  await expectAccessible(supervisor)
  const transcript = await saved(supervisor, '下载抽取记录', info.outputPath('draw.json'))
  const verifier = await saved(supervisor, '下载验证程序', info.outputPath('VerifyDraw.java'))
  const java = process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin', 'java') : 'java'
  expect(execFileSync(java, [verifier, transcript], { encoding: 'utf8' })).toContain('VERIFIED')
  await supervisor.screenshot({ path: info.outputPath('drawn.png'), fullPage: true })

  // Two of those who were drawn cannot come: the next in the order of the draw are asked at once.
  await organiser.goto(address.replace(/\/draws\/1.*/, ''))
  const invitations = organiser.locator('section').filter({
    has: organiser.getByRole('heading', { name: '邀请', exact: true }),
  })
  await invitations.getByRole('button', { name: '发送邀请' }).click()
  await expect(invitations.getByText('等待答复')).toHaveCount(5)
  // The latest mail comes first, so the letter to whoever follows stands above those from before.
  for (const which of [0, 2]) {
    const guest = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    guest.setDefaultTimeout(20_000)
    await guest.goto('/demo/outbox')
    const mails = guest.getByRole('article').filter({ hasText: /评审邀请|Invitation/ })
    await mails.nth(which).getByRole('link').click()
    await expect(guest.getByText('硫化物电解质')).toBeVisible()
    await expectAccessible(guest)
    await guest.getByRole('button', { name: '不能参加' }).click()
    await guest.getByRole('radio', { name: '没有时间' }).check()
    await guest.getByRole('button', { name: '谢绝' }).click()
    await expect(guest.getByText('您已谢绝邀请').first()).toBeVisible()
  }
  await organiser.reload()
  await expect(invitations.getByText('已谢绝')).toHaveCount(2)
  await expect(invitations.getByText('等待答复')).toHaveCount(5)
  await organiser.screenshot({ path: info.outputPath('invited.png'), fullPage: true })

  // Everything that is on file, in one file that can be checked without the platform.
  const dossier = unzipped(await saved(organiser, '导出卷宗', info.outputPath('dossier.zip')))
  expect(dossier.get('dossier.pdf')?.subarray(0, 5).toString()).toBe('%PDF-')
  for (const line of dossier.get('SHA256SUMS')?.toString().trim().split('\n') ?? []) {
    const [sum, name] = line.split(/ [ *]/)
    const bytes = dossier.get(name ?? '') ?? Buffer.of()
    expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sum)
  }
  expect(dossier.get('draws/draw-1.json')).toEqual(readFileSync(transcript))

  // It does not count after all: the organiser asks, the supervisor agrees, everything stays.
  await organiser.goto(address)
  await organiser.getByRole('button', { name: '申请作废' }).click()
  await organiser.getByRole('textbox', { name: '理由' }).fill('项目清单有误')
  await organiser.getByRole('button', { name: '提交申请' }).click()
  await supervisor.reload()
  await supervisor.getByRole('button', { name: '同意作废' }).click()
  await expect(supervisor.getByText('已作废').first()).toBeVisible()
  await expect(supervisor.getByRole('heading', { name: '入选人员' })).toBeVisible()

  // Nobody else learns that there is a panel.
  const other = await officer(browser, 'firm')
  await other.goto(address)
  await expect(other.getByText('入选人员')).toHaveCount(0)
})

async function choose(page: Page, field: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: field, exact: true }).first()
  await box.focus()
  await page.keyboard.press('Enter')
  await box.fill(option)
  await page.getByRole('option', { name: option }).first().click()
  await page.keyboard.press('Escape')
}

async function pick(page: Page, duty: string, name: string): Promise<void> {
  const select = page.getByRole('combobox', { name: duty })
  const value = await select.locator('option', { hasText: name }).getAttribute('value')
  await select.selectOption(value)
}

async function saved(page: Page, button: string, path: string): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  await (await download).saveAs(path)
  return path
}
