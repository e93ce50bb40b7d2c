package org.zhiqiao.platform.organisation;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class MembershipOnH2ModuleTest extends MembershipContract {}
