package org.zhiqiao.platform.cooperation;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class FollowUpOnMySqlModuleTest extends FollowUpContract {}
