import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../accessible'
import { letters, officer, send } from '../officers'
import { unzipped } from './zip'

const INVITATION = /^(\/workspace)?\/invitations\/[\w-]+$/

test('a panel is drawn, judges, disagrees in part, and is published with all on file', async ({
  browser,
}, info) => {
  test.setTimeout(240_000)
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

  const first = await officer(browser, 'province')
  const second = await officer(browser, 'wuhu')
  const supervisor = await officer(browser, 'auditor')
  const panel = organiser.url()
  const id = Number(/panels\/(\d+)/.exec(panel)?.[1])
  const drawn = await draw(organiser, [first, second], 1)
  await expect(second.getByRole('heading', { name: '入选人员' })).toBeVisible()

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

  // It does not count after all: the organiser asks, the supervisor agrees, everything stays.
  await organiser.goto(drawn)
  await organiser.getByRole('button', { name: '申请作废' }).click()
  await organiser.getByRole('textbox', { name: '理由' }).fill('项目清单有误')
  await organiser.getByRole('button', { name: '提交申请' }).click()
  await expect(organiser.getByText('项目清单有误')).toBeVisible()
  await supervisor.reload()
  await supervisor.getByRole('button', { name: '同意作废' }).click()
  await expect(supervisor.getByText('已作废').first()).toBeVisible()
  await expect(supervisor.getByRole('heading', { name: '入选人员' })).toBeVisible()

  // Nobody else learns that there is a panel.
  const other = await officer(browser, 'firm')
  await other.goto(drawn)
  await expect(other.getByText('入选人员')).toHaveCount(0)

  // Two of those who are drawn now cannot come: the next in the order of the draw are asked at once.
  await organiser.goto(panel)
  await draw(organiser, [first, second], 2)
  await organiser.goto(panel)
  const invitations = organiser.locator('section').filter({
    has: organiser.getByRole('heading', { name: '邀请', exact: true }),
  })
  await invitations.getByRole('button', { name: '发送邀请' }).click()
  await expect(invitations.getByText('等待答复')).toHaveCount(5)
  // Chance may draw the one expert who has an account: their mails lead into the workspace.
  const guest = await officer(browser, 'expert')
  for (const letter of (await letters(guest, INVITATION)).slice(0, 2)) {
    await guest.goto(letter)
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

  // Those who followed and the other three come.
  const [chair, ...others] = (await letters(guest, INVITATION)).filter(
    (_, i) => i < 2 || (i > 3 && i < 7),
  )
  if (!chair) throw new Error('Nobody was invited')
  await guest.goto(chair)
  await guest.getByRole('checkbox', { name: /我声明/ }).check()
  await guest.getByRole('button', { name: '接受邀请' }).click()
  await expect(guest.getByText('您已接受邀请').first()).toBeVisible()
  for (const letter of others) await send(guest, `${api(letter)}/accept`, { noConflict: true })

  // They give points for each criterion; nobody sees any before all have signed.
  await organiser.goto(`${panel}/review`)
  await organiser.getByRole('button', { name: '保存设置' }).click()
  await organiser.getByRole('button', { name: '开始评审' }).click()
  await sure(organiser, '开始评审')
  await expect(organiser.getByText('评分中').first()).toBeVisible()
  await guest.goto(`${chair}/review`)
  const points = guest.getByRole('spinbutton')
  await expect(points).toHaveCount(12)
  for (const [i, field] of (await points.all()).entries()) {
    await field.fill(i < 4 ? '20' : '14.5')
  }
  const comments = guest.getByRole('textbox', { name: '评语' })
  for (const field of await comments.all()) await field.fill('技术路线清楚，样品数据可信')
  await expectAccessible(guest)
  await guest.getByRole('button', { name: '签署并提交' }).click()
  await sure(guest, '签署并提交')
  await expect(guest.getByText('您已于')).toBeVisible()
  await organiser.reload()
  await expect(organiser.getByText('全体成员签署意见或评分截止后，才显示分数')).toBeVisible()
  for (const [i, letter] of others.entries()) {
    const opinion = [1, 2, 3].map((item) => ({
      item,
      points: { 1: 18 + i, 2: 12, 3: 11, 4: 10.5 },
      comment: '建议补充对比试验',
    }))
    await send(guest, `${api(letter)}/review/sign-off`, { items: opinion }, 0)
  }
  await organiser.reload()
  await organiser.getByRole('button', { name: '结束评分' }).click()
  await sure(organiser, '结束评分')

  // What comes of it stands in minutes, which members sign, and one does not agree.
  const conclusion = organiser.getByRole('group', { name: '硫化物电解质' })
  await conclusion.getByRole('radio', { name: '推荐', exact: true }).check()
  for (const name of ['锂金属负极', '电池回收']) {
    const item = organiser.getByRole('group', { name })
    await item.getByRole('radio', { name: '修改后推荐' }).check()
    await item.getByRole('textbox', { name: '说明' }).fill('补充循环寿命数据')
  }
  await organiser.getByRole('button', { name: '根据记录生成纪要' }).click()
  await expect(organiser.getByRole('textbox', { name: '会议纪要' })).toHaveValue(/第五十三条/)
  await organiser.getByRole('button', { name: '保存草稿' }).click()
  await organiser.getByRole('button', { name: '分发给成员签署' }).click()
  await expect(organiser.getByText('纪要待签署').first()).toBeVisible()
  await organiser.screenshot({ path: info.outputPath('minutes.png'), fullPage: true })
  const dissent = '我不同意对电池回收的结论：回收率未经第三方检测。'
  await guest.goto(`${chair}/review`)
  await guest.getByRole('button', { name: '有不同意见' }).click()
  await guest.getByRole('textbox', { name: '不同意见和理由' }).fill(dissent)
  await expectAccessible(guest)
  await guest.getByRole('button', { name: '提交不同意见' }).click()
  await expect(guest.getByRole('blockquote')).toHaveText(dissent)
  const [signing, ...rest] = others
  await guest.goto(`${signing}/review`)
  await guest.getByRole('button', { name: '同意并签署' }).click()
  await expect(guest.getByText('您已于').last()).toContainText('签署会议纪要')
  for (const letter of rest) await send(guest, `${api(letter)}/review/answer`, { number: 1 })

  // Two officers settle it, neither alone.
  await organiser.reload()
  await expect(organiser.getByText(dissent)).toBeVisible()
  await organiser.getByRole('button', { name: '提请监督人批准' }).click()
  await expect(organiser.getByText('等待监督人批准')).toBeVisible()
  await expect(organiser.getByRole('button', { name: '批准，确定结果' })).toHaveCount(0)
  await supervisor.goto(`${panel}/review`)
  await supervisor.getByRole('button', { name: '批准，确定结果' }).click()
  await sure(supervisor, '批准，确定结果')
  await expect(supervisor.getByText('结果已确定').first()).toBeVisible()
  await expectAccessible(supervisor)
  const anybody = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await anybody.goto(`/panels/published/${id}`)
  await expect(anybody.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(anybody.getByText(title)).toHaveCount(0)
  await organiser.reload()
  await organiser.getByRole('button', { name: '公布成员名单' }).click()
  await sure(organiser, '公布成员名单')
  await expect(organiser.getByRole('link', { name: '查看公布的名单' })).toBeVisible()

  // Now everybody may know who sat on it, and nothing else.
  await anybody.goto('/panels/published')
  await anybody.getByRole('link', { name: title }).click()
  await expect(anybody.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(anybody.getByText('随机抽取')).toHaveCount(5)
  await expect(anybody.getByText('硫化物电解质')).toHaveCount(0)
  await expectAccessible(anybody)

  // How a member served is said once; they see it by their mail, contest it, and the supervisor decides.
  await organiser.getByRole('button', { name: /^评价/ }).first().click()
  const given = organiser.getByRole('form', { name: /^评价/ })
  for (const [criterion, points] of [
    ['履约', '20'],
    ['尽责', '9'],
    ['公正与保密', '30'],
    ['专业水平', '18'],
  ] as const) {
    await given
      .getByRole('group', { name: criterion })
      .getByRole('spinbutton', { name: '得分' })
      .fill(points)
  }
  await expect(given.getByText('合计 77 分')).toBeVisible()
  await given.getByRole('button', { name: '提交评价' }).click()
  await sure(organiser, '提交评价')
  await expect(given.getByText('请说明理由').first()).toBeVisible()
  await given
    .getByRole('group', { name: '尽责' })
    .getByRole('textbox', { name: '理由' })
    .fill('第二、三项没有评语')
  await expectAccessible(organiser)
  await given.getByRole('button', { name: '提交评价' }).click()
  await sure(organiser, '提交评价')
  await expect(organiser.getByText('77 分').first()).toBeVisible()
  await organiser.screenshot({ path: info.outputPath('assessment.png'), fullPage: true })
  const [credit] = await letters(guest, /\/credit$/)
  await guest.goto(credit ?? '')
  await expect(guest.getByText('第二、三项没有评语')).toBeVisible()
  await guest.getByText('提出异议', { exact: true }).first().click()
  await guest.getByRole('textbox', { name: '异议和理由' }).fill('三个项目都写了评语')
  await expectAccessible(guest)
  await guest.getByRole('button', { name: '提出异议' }).click()
  await expect(guest.getByText('有异议，待裁定')).toBeVisible()
  await supervisor.goto(`${panel}/review`)
  await supervisor.getByRole('combobox', { name: '裁定' }).selectOption({ label: '变更得分' })
  await supervisor
    .getByRole('group', { name: '尽责' })
    .getByRole('spinbutton', { name: '得分' })
    .fill('24')
  await supervisor.getByRole('textbox', { name: '裁定理由' }).fill('评语齐全')
  await supervisor.getByRole('button', { name: '裁定异议' }).click()
  await expect(supervisor.getByText('裁定为 24 分')).toBeVisible()
  await guest.reload()
  await expect(guest.getByText('计入 92 分')).toBeVisible()
  await guest.screenshot({ path: info.outputPath('credit.png'), fullPage: true })

  // Everything that is on file, in one file that can be checked without the platform.
  await organiser.goto(panel)
  const dossier = unzipped(await saved(organiser, '导出卷宗', info.outputPath('dossier.zip')))
  expect(dossier.get('dossier.pdf')?.subarray(0, 5).toString()).toBe('%PDF-')
  for (const line of dossier.get('SHA256SUMS')?.toString().trim().split('\n') ?? []) {
    const [sum, name] = line.split(/ [ *]/)
    const bytes = dossier.get(name ?? '') ?? Buffer.of()
    expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sum)
  }
  expect(dossier.get('draws/draw-1.json')).toEqual(readFileSync(transcript))
  const record = JSON.parse(dossier.get('dossier.json')?.toString() ?? '{}') as Dossier
  expect(record.draws.map(({ state }) => state)).toEqual(['void', 'drawn'])
  expect(record.draws[1]?.invitations.filter(({ replaces }) => replaces)).toHaveLength(2)
  expect(record.review.members).toHaveLength(5)
  for (const { opinion } of record.review.members) {
    expect(opinion).toHaveLength(3)
    expect(Object.values(opinion[0]?.points ?? {})).toHaveLength(4)
  }
  expect(record.review.minutes[0]?.answers.map((one) => one.dissent).filter(Boolean)).toEqual([
    dissent,
  ])
  expect(record.review.published.members).toHaveLength(5)
  expect(record.review.appraisals.map(({ counted }) => counted)).toEqual([92])
})

/** As far as the story looks into it. */
interface Dossier {
  draws: { state: string; invitations: { replaces?: object }[] }[]
  review: {
    members: { opinion: { points: Record<string, number> }[] }[]
    minutes: { answers: { dissent?: string }[] }[]
    published: { members: object[] }
    appraisals: { counted?: number }[]
  }
}

/** Draws as two officers do, each with a secret of their own; the page of the draw. */
async function draw(organiser: Page, drawers: Page[], number: number): Promise<string> {
  await organiser.getByRole('button', { name: /^(开始|重新)抽取$/ }).click()
  await expect(organiser.getByRole('heading', { level: 1 })).toHaveText(`第 ${number} 次抽取`)
  const address = organiser.url()
  for (const page of drawers) {
    await page.goto(address)
    await page.getByRole('button', { name: '生成密值并承诺' }).click()
    await expect(page.getByRole('button', { name: '下载密值备份' })).toBeVisible()
  }
  await organiser.getByRole('button', { name: '冻结名单' }).click({ timeout: 20_000 })
  await expect(organiser.getByText('名单指纹')).toBeVisible()
  for (const page of drawers) {
    await page.getByRole('button', { name: '公开我的密值' }).click({ timeout: 20_000 })
    await expect(page.getByText('已公开密值').first()).toBeVisible()
  }
  return address
}

/** The address that such a page asks: by its token, or by its number for whoever signs in. */
const api = (letter: string) =>
  letter.startsWith('/workspace')
    ? letter.replace('/workspace', '/api')
    : letter.replace('/invitations/', '/api/invitations/by-token/')

/** Says yes to the question that a step asks. */
async function sure(page: Page, action: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click()
}

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
