import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'home',
  {
    hero: {
      eyebrow: '国际科技合作 · 专家智库与人才匹配',
      title: '找到懂技术、通语言、知国情的人',
      lead: '智桥汇集海内外专家，把企业和城市的需求与合适的人连起来。每一次推荐都说明理由，列出依据。',
    },
    search: {
      label: '查找专家',
      placeholder: '研究方向、技术、姓名或拼音',
      submit: '查找',
      try: '例如',
      examples: {
        battery: '固态电池',
        software: '工业软件',
        transfer: '国际技术转移',
        law: '涉外商事法律',
      },
    },
    bridge: {
      description: '一座三孔桥，从需求通向专家，三孔是领域、语言和国别经历',
      need: '需求',
      expert: '专家',
    },
    criterion: {
      domain: '领域',
      language: '语言',
      country: '国别经历',
    },
    numbers: {
      title: '平台现状',
      experts: '位专家',
      organisations: '家单位',
      openDemands: '项公开需求',
      countries: '个国家和地区',
      languages: '种语言',
    },
    stories: { title: '合作报道' },
    needs: {
      title: '最新需求',
      text: '企业和城市公开发布、经主管部门审核的需求。',
      all: '查看全部需求',
      deadline: '截止 {date}',
      empty: '目前没有公开的需求',
      emptyText: '新的需求审核通过后会出现在这里。',
    },
    reasons: {
      title: '推荐有理由，理由有依据',
      text: '领域、语言、国别经历分别计分，各项之和就是匹配度。权重可以调整，排序随之更新。没有论文的工程师、管理者和法务人员，凭项目、任职和专利同样计分。',
      example: '示例 · 人物与需求均为虚构',
      need: '需求：硫化物固态电解质中试，需与德国设备厂商合作',
      name: '林知远',
      works: '某储能研究院 · 教授级高级工程师',
      domain: '4 篇论文、1 项专利涉及硫化物固态电解质；主持过中试线建设',
      language: '德语 C1，英语 C1',
      country: '2011–2016 年在德国工作，参与过两项中德联合研发',
    },
    audience: {
      title: '谁在使用智桥',
      expert: {
        title: '专家',
        text: '登记一次，资料由您掌握：每组信息都注明来源、确认日期和可见范围。可从 ORCID 导入成果，也能看到哪些需求适合您。',
        action: '登记为专家',
      },
      firm: {
        title: '企业与城市',
        text: '发布技术难题、引才、咨询、评审、培训或技术转移需求。填写时就能看到有多少人符合，哪项要求排除了多少人。',
        action: '注册并发布需求',
      },
      office: {
        title: '主管部门',
        text: '审核需求，核验专家资料，用中文、拼音或英文检索人选。每一步操作都有记录可查。',
      },
    },
    about: {
      title: '关于智桥',
      text: '国际科技合作需要的不只是技术：还要懂对方的语言、政策与文化，熟悉贸易与投资。智桥面向安徽十大新兴产业和十六个市，帮助企业、高校和科研院所找到这样的人。',
      evidence: { title: '看得见依据', text: '每一项得分都能追溯到论文、项目、专利或任职经历。' },
      privacy: { title: '守得住隐私', text: '联系方式默认不公开；谁能看到什么，由本人决定。' },
      fresh: {
        title: '跟得上变化',
        text: '每组信息都注明确认日期；撤回的资料立即从结果中消失。',
      },
    },
  },
  {
    hero: {
      eyebrow: 'International cooperation in science and technology',
      title: 'Find people who know the field, the language and the country',
      lead: 'Zhiqiao brings experts at home and abroad together with what firms and cities need. Every suggestion comes with its reasons, and every reason with its evidence.',
    },
    search: {
      label: 'Find experts',
      placeholder: 'A field, a technology or a name',
      submit: 'Search',
      try: 'For example',
      examples: {
        battery: 'solid-state batteries',
        software: 'industrial software',
        transfer: 'technology transfer',
        law: 'international commercial law',
      },
    },
    bridge: {
      description:
        'A bridge of three arches from a need to an expert; the arches are field, language and country experience',
      need: 'Need',
      expert: 'Expert',
    },
    criterion: {
      domain: 'Field',
      language: 'Language',
      country: 'Country',
    },
    numbers: {
      title: 'The platform today',
      experts: 'experts',
      organisations: 'organisations',
      openDemands: 'open needs',
      countries: 'countries and regions',
      languages: 'languages',
    },
    stories: { title: 'Stories' },
    needs: {
      title: 'Latest needs',
      text: 'Published by firms and cities, and reviewed by the administration.',
      all: 'See all needs',
      deadline: 'until {date}',
      empty: 'There are no published needs at present',
      emptyText: 'New ones appear here once they have been reviewed.',
    },
    reasons: {
      title: 'Suggestions with reasons, reasons with evidence',
      text: 'Field, language and country experience are scored separately and add up to the fit. You can shift the weights and the ranking follows. Engineers, managers and lawyers without publications are scored by their projects, positions and patents.',
      example: 'Example · the person and the need are made up',
      need: 'Need: pilot production of sulfide solid electrolytes with a German equipment maker',
      name: 'Lin Zhiyuan',
      works: 'Principal engineer at an energy storage institute',
      domain:
        'Four papers and a patent on sulfide solid electrolytes; led the building of a pilot line',
      language: 'German C1, English C1',
      country: 'Worked in Germany 2011–2016; two Sino-German research projects',
    },
    audience: {
      title: 'Who Zhiqiao is for',
      expert: {
        title: 'Experts',
        text: 'Register once and stay in control: every group of entries shows its source, when it was confirmed and who may see it. Import your works from ORCID, and see which needs suit you.',
        action: 'Register as an expert',
      },
      firm: {
        title: 'Firms and cities',
        text: 'Post a technical problem, a vacancy, or a need for advice, review, training or technology transfer. While you type you see how many people match, and how many each condition excludes.',
        action: 'Register and post a need',
      },
      office: {
        title: 'The administration',
        text: 'Review needs, verify profiles, and search for people in Chinese, pinyin or English. Every step is on record.',
      },
    },
    about: {
      title: 'About Zhiqiao',
      text: 'International cooperation takes more than technology: it takes people who know the partner’s language, policy and culture, and who understand trade and investment. Zhiqiao helps firms, universities and institutes in Anhui’s ten emerging industries and sixteen cities to find them.',
      evidence: {
        title: 'Evidence in sight',
        text: 'Every point of a score leads back to a paper, a project, a patent or a position.',
      },
      privacy: {
        title: 'Privacy by default',
        text: 'Contact details are private unless the person decides otherwise.',
      },
      fresh: {
        title: 'Kept up to date',
        text: 'Every group of entries has a date; a profile that is withdrawn leaves all results at once.',
      },
    },
  },
)
