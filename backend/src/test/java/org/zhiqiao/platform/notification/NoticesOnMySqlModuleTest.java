package org.zhiqiao.platform.notification;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class NoticesOnMySqlModuleTest extends NoticesContract {}
