package org.zhiqiao.platform.directory;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class FoundStoriesOnMySqlModuleTest extends FoundStoriesContract {}
