package org.zhiqiao.platform.research;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class ResearchOnMySqlModuleTest extends ResearchContract {}
