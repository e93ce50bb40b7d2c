package org.zhiqiao.platform.newsletter;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class NewslettersOnMySqlModuleTest extends NewslettersContract {}
