package org.zhiqiao.platform.publishing;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class ArticlesOnMySqlModuleTest extends ArticlesContract {}
