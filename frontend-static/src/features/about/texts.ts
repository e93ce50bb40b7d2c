import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'about',
  {
    title: '开放接口',
    lead: '平台的全部功能均可通过 REST 接口使用，接口以 OpenAPI 3.1 描述。',
    try: '查看并试用接口',
    description: 'OpenAPI 描述文件',
    example: '示例',
    makeToken: '在账号设置中新建访问令牌',
    part: {
      token: {
        title: '身份',
        text: '脚本使用访问令牌，放在 Authorization 请求头中。令牌有权限范围和有效期，不会超出本人的权限。',
      },
      problem: {
        title: '错误',
        text: '错误按 RFC 9457 返回：type 供程序判断，title 和 detail 供人阅读，errors 指出有误的字段。',
      },
      version: {
        title: '版本',
        text: '读取时返回 ETag，修改时放入 If-Match。内容已被他人修改时返回 412，不会覆盖。',
      },
      page: { title: '分页', text: '列表返回 items、total、page 和 size，页码从 1 开始。' },
      language: {
        title: '语言',
        text: '用 Accept-Language 选择 zh-CN 或 en。名称等内容同时给出中文和英文。',
      },
    },
  },
  {
    title: 'API',
    lead: 'Everything the platform does can be used by a REST interface, described by OpenAPI 3.1.',
    try: 'Read and try the API',
    description: 'OpenAPI description',
    example: 'Example',
    makeToken: 'Make an access token in your account settings',
    part: {
      token: {
        title: 'Who you are',
        text: 'Scripts send an access token in the Authorization header. It has scopes and an end, and never allows more than its owner may do.',
      },
      problem: {
        title: 'Errors',
        text: 'Errors follow RFC 9457: type is for programs, title and detail are for people, and errors points at the fields concerned.',
      },
      version: {
        title: 'Versions',
        text: 'Reading answers with an ETag; a change names it in If-Match. If somebody else was faster, the answer is 412 and nothing is overwritten.',
      },
      page: {
        title: 'Pages',
        text: 'Lists answer with items, total, page and size; pages count from 1.',
      },
      language: {
        title: 'Language',
        text: 'Accept-Language chooses zh-CN or en. Names and the like come in both.',
      },
    },
  },
)
