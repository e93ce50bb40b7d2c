package org.zhiqiao.platform.expert;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class ExpertServiceOnMySqlModuleTest extends ExpertServiceContract {}
