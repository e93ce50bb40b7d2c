import { defineTexts } from '@/shared/i18n'

export default defineTexts(
  'session',
  {
    EXPERT: '专家',
    FIRM: '企业',
    CITY_OFFICER: '地市工作人员',
    PROVINCIAL_OFFICER: '省级工作人员',
    INFORMATION_OFFICER: '信息员',
    AUDITOR: '审计员',
    ADMINISTRATOR: '管理员',
  },
  {
    EXPERT: 'Expert',
    FIRM: 'Firm',
    CITY_OFFICER: 'City officer',
    PROVINCIAL_OFFICER: 'Provincial officer',
    INFORMATION_OFFICER: 'Information officer',
    AUDITOR: 'Auditor',
    ADMINISTRATOR: 'Administrator',
  },
)
