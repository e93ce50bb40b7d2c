package org.zhiqiao.platform.taxonomy;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class SeedingOnMySqlModuleTest extends SeedingContract {}
