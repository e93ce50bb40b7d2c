package org.zhiqiao.platform.audit;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class AuditOnH2ModuleTest extends AuditContract {}
