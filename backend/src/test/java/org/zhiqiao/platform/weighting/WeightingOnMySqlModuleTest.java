package org.zhiqiao.platform.weighting;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class WeightingOnMySqlModuleTest extends WeightingContract {}
