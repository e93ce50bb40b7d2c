import { defineTexts } from '@/shared/i18n'

/** Duties for a panel that go to somebody else. */
export default defineTexts(
  'panelDuty',
  {
    unable:
      '{duty}不能继续履职（账号已注销、停用或角色变更），请移交他人，否则需其处理的事项无法进行。',
    open: '移交{duty}职责',
    to: '接任人',
    toHint: '在该评审组承担或曾承担其他职责的人员，以及评审组成员，不能接任。',
    choose: '请选择',
    nobody: '目前没有可以接任“{duty}”的人员，请联系系统管理员开设账号。',
    reason: '原因',
    act: '移交',
    own: '移交后，您将不再看到这个评审组。',
    done: '职责已移交',
    history: '移交记录',
    entry: '{time}，{duty}由{from}移交给{to}（{by}办理）：{reason}',
    gone: '已注销的账号',
  },
  {
    unable:
      'Whoever has the duty “{duty}” cannot go on: the account is gone or locked, or has another role. Hand the duty on, or what waits for them stands still.',
    open: 'Hand on the duty “{duty}”',
    to: 'To',
    toHint: 'Nobody who has or had another duty for this panel, or sits on it, can take it over.',
    choose: 'Please choose',
    nobody: 'Nobody can take over “{duty}” now. Ask an administrator for an account.',
    reason: 'Why',
    act: 'Hand on',
    own: 'Once you have handed it on, you do not see this panel any more.',
    done: 'The duty is handed on',
    history: 'Handed on before',
    entry: '{time}: {duty}, from {from} to {to} (by {by}): {reason}',
    gone: 'an account that is gone',
  },
)
