package org.zhiqiao.platform.account;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class AttemptsOnMySqlModuleTest extends AttemptsContract {}
