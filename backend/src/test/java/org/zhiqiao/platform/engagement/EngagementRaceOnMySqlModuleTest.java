package org.zhiqiao.platform.engagement;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class EngagementRaceOnMySqlModuleTest extends EngagementRaceContract {}
