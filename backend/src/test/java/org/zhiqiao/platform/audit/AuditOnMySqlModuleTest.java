package org.zhiqiao.platform.audit;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class AuditOnMySqlModuleTest extends AuditContract {}
