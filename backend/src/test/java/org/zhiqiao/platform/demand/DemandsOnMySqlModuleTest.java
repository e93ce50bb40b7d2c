package org.zhiqiao.platform.demand;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class DemandsOnMySqlModuleTest extends DemandsContract {}
