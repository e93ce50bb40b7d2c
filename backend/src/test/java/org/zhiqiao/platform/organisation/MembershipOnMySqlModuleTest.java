package org.zhiqiao.platform.organisation;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class MembershipOnMySqlModuleTest extends MembershipContract {}
